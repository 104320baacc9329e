package io.signalbox.app;

import picocli.CommandLine.Option;

/** Looking at a plan first, and asking for the very same one afterwards. */
final class PlanOptions {
  @Option(names = "--plan", description = "Only print the plan.")
  private boolean only;

  @Option(
      names = "--plan-hash",
      paramLabel = "HASH",
      description = "Refuse a plan that is not the one with this hash.")
  private String hash = "";

  boolean only() {
    return only;
  }

  String hash() {
    return hash;
  }
}
