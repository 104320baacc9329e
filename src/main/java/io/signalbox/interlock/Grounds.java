package io.signalbox.interlock;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a planner read for the rules that only some verbs are judged by.
 *
 * @param independence null for a verb that moves no role to another machine
 * @param preview null for a verb that has no preview
 * @param fitness null for a verb by which nobody takes over a role
 * @param readiness null for a verb without a pre-flight of its own
 * @param remains null for a verb that does not deploy
 */
public record Grounds(
    @Nullable Independence independence,
    @Nullable Preview preview,
    @Nullable Fitness fitness,
    @Nullable Readiness readiness,
    @Nullable Remains remains) {
  /** No such rule applies. */
  public static final Grounds NONE = new Grounds(null, null, null, null, null);

  /** For a verb by which somebody takes over a role. */
  public Grounds(
      @Nullable Independence independence, @Nullable Preview preview, @Nullable Fitness fitness) {
    this(independence, preview, fitness, null, null);
  }

  /**
   * Whether the runner that takes over is fit to: approved, online, under its limits, reaching what
   * it deploys to.
   *
   * @param fit false where some check stands in the way
   */
  public record Fitness(boolean fit, String words, Instant at) {}

  /** For a verb that no playbook is behind. */
  public Grounds(@Nullable Independence independence, @Nullable Preview preview) {
    this(independence, preview, null, null, null);
  }

  /**
   * What a pre-flight found.
   *
   * @param ready nothing in it speaks against beginning
   * @param doubt something in it is worth a second thought
   */
  public record Readiness(boolean ready, boolean doubt, String words, Instant at) {}

  /**
   * What an earlier deployment left half done.
   *
   * @param partial there are signs of it
   * @param acknowledged what the operator knows of it, empty for nothing
   */
  public record Remains(boolean partial, String acknowledged, String words, Instant at) {}

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
