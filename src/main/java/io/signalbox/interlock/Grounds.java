package io.signalbox.interlock;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a planner read for the rules that only some verbs are judged by.
 *
 * @param independence null for a verb that moves no role to another machine
 * @param preview null for a verb that has no preview
 */
public record Grounds(@Nullable Independence independence, @Nullable Preview preview) {
  /** No such rule applies. */
  public static final Grounds NONE = new Grounds(null, null);

  /**
   * Whether the machine that takes over is another than the one that fails.
   *
   * @param proved true for two machines, null where it is not known
   */
  public record Independence(@Nullable Boolean proved, String words, Instant at) {}

  /**
   * The preview that a plan rests on.
   *
   * @param matches true where it was taken of exactly this: playbooks, inventory, variables,
   *     version
   * @param takenAt null where there is none
   * @param validUntil from then on it is stale, null where there is none
   */
  public record Preview(
      boolean matches, String words, @Nullable Instant takenAt, @Nullable Instant validUntil) {}
}
