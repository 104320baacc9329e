package io.signalbox.model;

import java.util.List;

/**
 * A self-hosted runner as GitHub lists it.
 *
 * @param registeredAt {@code owner/repo} or the organization where it is registered
 * @param online GitHub's {@code status} is {@code online}
 * @param labels in GitHub's order
 */
public record GithubRunner(
    long id,
    String registeredAt,
    String name,
    String os,
    boolean online,
    boolean busy,
    List<String> labels) {}
