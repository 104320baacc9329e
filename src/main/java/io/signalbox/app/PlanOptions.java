package io.signalbox.app;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Looking at a plan first, and asking for the very same one afterwards. */
final class PlanOptions {
  @Option(names = "--plan", description = "Only print the plan.")
  private boolean only;

  @Option(
      names = "--plan-hash",
      paramLabel = "HASH",
      description = "Refuse a plan that is not the one with this hash.")
  private @Nullable String hash;

  boolean only() {
    return only;
  }

  /** True where another hash was asked for than this; an empty one is no plan's. */
  boolean other(String contentHash) {
    return hash != null && !hash.equals(contentHash);
  }

  String hash() {
    return hash == null ? "" : hash;
  }
}
