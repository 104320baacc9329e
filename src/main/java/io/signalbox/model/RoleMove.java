package io.signalbox.model;

import java.util.Arrays;
import java.util.Optional;

/** The ways in which the deploying role goes from one runner to another. */
public enum RoleMove {
  /** Forced: the present runner is gone or not to be trusted. */
  FAILOVER("failover", "Fail over"),
  /** Planned: the present runner is well and is relieved. */
  SWITCHOVER("switchover", "Switch over"),
  /** Back to where the profile says that the role belongs. */
  FAILBACK("failback", "Fail back");

  private final String verb;
  private final String words;

  RoleMove(String verb, String words) {
    this.verb = verb;
    this.words = words;
  }

  /** The stable id of the verb. */
  public String verb() {
    return verb;
  }

  /** The verb on a button. */
  public String words() {
    return words;
  }

  /** The move of that verb. */
  public static Optional<RoleMove> ofVerb(String verb) {
    return Arrays.stream(values()).filter(one -> one.verb.equals(verb)).findFirst();
  }
}
