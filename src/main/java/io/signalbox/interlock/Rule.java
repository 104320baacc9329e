package io.signalbox.interlock;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** One named rule: looks, rules, and says with numbers what it saw. Pure and stateless. */
interface Rule {
  /** The stable id that refusals, overrides and records name. */
  String id();

  /** True when a plan that only reads is judged too. */
  default boolean judgesReads() {
    return false;
  }

  /**
   * True when a refusal may be set aside by name, with a reason, in the highest tier. Not so unless
   * a rule says it: identity (nobody knows what would be changed), protected (the profile's word),
   * read-only (it is unlocked instead, on record) and what has a way out of its own.
   */
  default boolean waivable() {
    return false;
  }

  /**
   * True when the ending of a run or of its lock is judged too. What speaks against beginning
   * something does not speak against ending it.
   */
  default boolean judgesAborts() {
    return true;
  }

  /** True when this rule has a word about such a plan. */
  default boolean judges(PlanDraft draft) {
    if (draft.ending()) {
      return judgesAborts();
    }
    return draft.mutating() || judgesReads();
  }

  /** Judges a whole draft; of several targets the worst ruling stands. */
  Precondition judge(PlanDraft draft, RuleEvidence evidence);

  /** The ruling in this rule's name. */
  default Precondition says(Ruling ruling, String observed, @Nullable Duration age) {
    return new Precondition(id(), ruling, observed, age);
  }

  /** The worse of two rulings; the first where they are equal. */
  static Precondition worse(Precondition one, Precondition other) {
    return other.ruling().compareTo(one.ruling()) > 0 ? other : one;
  }
}
