package io.signalbox.interlock;

import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The right to carry out one plan once. Minted by the {@link Interlock} alone, demanded by every
 * method that changes the world. Safe on every thread: of two callers exactly one wins.
 */
public final class Permit {
  private final String planHash;
  private final String second;
  private final AtomicBoolean used = new AtomicBoolean();

  Permit(String planHash, String second) {
    this.planHash = planHash;
    this.second = second;
  }

  /** What stood for the second person, in words for the record; empty where nothing had to. */
  public String second() {
    return second;
  }

  /** The hash of the plan it was given for. */
  public String planHash() {
    return planHash;
  }

  /**
   * Uses it up for this plan; called by the executing layer before the first byte is sent.
   *
   * @throws PermitRefusedException when it is used already, or was given for another plan
   */
  public void use(Plan plan) throws PermitRefusedException {
    if (!planHash.equals(plan.hash())) {
      throw new PermitRefusedException("the permit was given for another plan; nothing was sent");
    }
    if (!used.compareAndSet(false, true)) {
      throw new PermitRefusedException("the permit was used already; nothing was sent again");
    }
  }
}
