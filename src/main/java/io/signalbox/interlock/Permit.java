package io.signalbox.interlock;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The right to carry out one plan once. Minted by the {@link Interlock} alone, demanded by every
 * method that changes the world. Safe on every thread: of two callers exactly one wins.
 */
public final class Permit {
  private final String planHash;
  private final String second;
  private final AtomicBoolean used = new AtomicBoolean();
  private final List<RemoteCommand> spent = new ArrayList<>();

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
   * Uses up nothing: for what only guards a change, such as the lock that is taken before it.
   *
   * @throws PermitRefusedException when it was given for another plan
   */
  public void check(Plan plan) throws PermitRefusedException {
    if (!planHash.equals(plan.hash()) || !plan.intact()) {
      throw new PermitRefusedException("the permit was given for another plan; nothing was sent");
    }
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
    synchronized (spent) {
      if (!spent.isEmpty() || !used.compareAndSet(false, true)) {
        throw new PermitRefusedException("the permit was used already; nothing was sent again");
      }
    }
  }

  /**
   * Uses up one command of a plan that has several, in whatever order its work takes them: each as
   * often as it stands in the plan. Called by the executing layer before the first byte of exactly
   * this command is sent.
   *
   * @throws PermitRefusedException when it is used up, the command is not the plan's, or the permit
   *     was given for another plan
   */
  public void use(Plan plan, RemoteCommand command) throws PermitRefusedException {
    if (!planHash.equals(plan.hash()) || !plan.intact()) {
      throw new PermitRefusedException("the permit was given for another plan; nothing was sent");
    }
    synchronized (spent) {
      long planned = plan.draft().commands().stream().filter(command::equals).count();
      long before = spent.stream().filter(command::equals).count();
      if (planned == 0) {
        throw new PermitRefusedException(
            "this command is not the plan's; nothing was sent: " + command.argv());
      }
      if (used.get() || before >= planned) {
        throw new PermitRefusedException(
            "the permit was used already for this command; nothing was sent again");
      }
      spent.add(command);
    }
  }
}
