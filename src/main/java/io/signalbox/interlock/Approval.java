package io.signalbox.interlock;

import java.time.Instant;

/**
 * What an operator gave on the card.
 *
 * @param planHash the hash of the plan that was on the card
 * @param typed the text typed, empty where none was asked
 * @param reason why, empty where none was asked
 * @param actor who, as the operating system names them
 * @param second what stands for the second person
 */
public record Approval(
    String planHash, String typed, String reason, String actor, Instant at, Second second) {
  /** Of one person alone. */
  public Approval(String planHash, String typed, String reason, String actor, Instant at) {
    this(planHash, typed, reason, actor, at, Second.NOBODY);
  }

  /** The same with a second person. */
  public Approval with(Second other) {
    return new Approval(planHash, typed, reason, actor, at, other);
  }
}
