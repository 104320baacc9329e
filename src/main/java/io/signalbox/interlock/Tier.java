package io.signalbox.interlock;

/** How much confirmation a plan asks for, by its measured impact. */
public enum Tier {
  /** Read-only, or undone at once: nothing is asked. */
  OBSERVE(0),
  /** Small and reversible: a second press in place. */
  TOUCH(1),
  /** One target, reversible: the action card. */
  CARD(2),
  /**
   * Production, several targets, hard to reverse or a rule in amber: the target's path and a
   * reason.
   */
  TYPED(3),
  /** Failover, data loss or an overridden rule: a second person, or a named break-glass. */
  TWO_PERSON(4);

  private final int level;

  Tier(int level) {
    this.level = level;
  }

  /** 0 to 4. */
  public int level() {
    return level;
  }

  /** True when the target's path has to be typed and a reason given. */
  public boolean typed() {
    return level >= TYPED.level;
  }
}
