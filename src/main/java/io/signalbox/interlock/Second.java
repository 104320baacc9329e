package io.signalbox.interlock;

/** What stands for the second person of a plan in the highest tier. */
public sealed interface Second {
  /** Nothing was given. */
  Second NOBODY = new Nobody();

  /** Nothing was given: enough below the highest tier, and where the profile lists no approver. */
  record Nobody() implements Second {}

  /**
   * Another operator's signature over the plan's hash.
   *
   * @param signature as {@code ssh-keygen -Y sign} writes it
   */
  record Signed(String signature) implements Second {}

  /**
   * Nobody else was at hand: taken by typing the environment's name, loudly on record, and listed
   * until reviewed.
   */
  record BreakGlass(String environment) implements Second {}
}
