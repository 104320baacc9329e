package io.signalbox.profile;

/**
 * Where a second person may say yes on GitHub: a workflow that waits for an environment's reviewers
 * and carries the hash of a plan in its title.
 *
 * @param repository {@code owner/name}
 * @param workflow the file's name in {@code .github/workflows}
 * @param environment the environment on GitHub whose reviewers decide
 */
public record ReviewProfile(String repository, String workflow, String environment) {}
