package io.signalbox.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A self-hosted runner as GitHub lists it.
 *
 * @param registeredAt {@code owner/repo} or the organization where it is registered
 * @param status GitHub's word; it documents online and offline
 * @param labels in GitHub's order
 * @param version of the runner program, null where GitHub does not tell it
 */
public record GithubRunner(
    long id,
    String registeredAt,
    String name,
    String os,
    String status,
    boolean busy,
    List<String> labels,
    @Nullable String version) {
  /** A runner with one of the two documented words. */
  public GithubRunner(
      long id,
      String registeredAt,
      String name,
      String os,
      boolean online,
      boolean busy,
      List<String> labels,
      @Nullable String version) {
    this(id, registeredAt, name, os, online ? "online" : "offline", busy, labels, version);
  }

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

  /** True when GitHub says so; a word that it does not document says neither this nor offline. */
  public boolean online() {
    return status.equals("online");
  }

  /** True when the word is one that GitHub documents. */
  public boolean told() {
    return online() || status.equals("offline");
  }
}
