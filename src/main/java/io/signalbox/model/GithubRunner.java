package io.signalbox.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A self-hosted runner as GitHub lists it.
 *
 * @param registeredAt {@code owner/repo} or the organization where it is registered
 * @param online GitHub's {@code status} is {@code online}
 * @param labels in GitHub's order
 * @param version of the runner program, null where GitHub does not tell it
 */
public record GithubRunner(
    long id,
    String registeredAt,
    String name,
    String os,
    boolean online,
    boolean busy,
    List<String> labels,
    @Nullable String version) {
  /** Where GitHub does not tell the version. */
  public GithubRunner(
      long id,
      String registeredAt,
      String name,
      String os,
      boolean online,
      boolean busy,
      List<String> labels) {
    this(id, registeredAt, name, os, online, busy, labels, null);
  }
}
