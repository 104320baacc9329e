package io.signalbox.handover;

import io.signalbox.action.ActionException;
import io.signalbox.action.Evidence;
import io.signalbox.action.Outcome;
import io.signalbox.action.Progress;
import io.signalbox.action.Verdict;
import io.signalbox.interlock.LockFacts;
import io.signalbox.interlock.Pending;
import io.signalbox.interlock.Permit;
import io.signalbox.interlock.PermitRefusedException;
import io.signalbox.interlock.Plan;
import io.signalbox.profile.ControlProfile;
import io.signalbox.remote.RemoteException;
import io.signalbox.remote.durable.RunMeta;
import io.signalbox.remote.durable.RunOrder;
import io.signalbox.remote.durable.StartAnswer;
import io.signalbox.remote.durable.Survey;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The environment's lock on the control host, held while labels move. None without such a host. */
final class EnvironmentLock {
  private static final Duration LONGEST = Duration.ofMinutes(15);

  private final HandoverSetup setup;
  private final @Nullable Survey survey;
  private final @Nullable String dead;
  private final @Nullable LockFacts facts;
  private @Nullable String held;

  private EnvironmentLock(
      HandoverSetup setup,
      @Nullable Survey survey,
      @Nullable String dead,
      @Nullable LockFacts facts) {
    this.setup = setup;
    this.survey = survey;
    this.dead = dead;
    this.facts = facts;
  }

  /** Looks at it; a lock that cannot be read counts as held. */
  static EnvironmentLock look(HandoverSetup setup) throws InterruptedException {
    ControlProfile control = setup.profile().control();
    if (control == null) {
      return new EnvironmentLock(setup, null, null, null);
    }
    Instant now = setup.clock().instant();
    try {
      Survey survey = setup.runs().survey(control.host());
      RunMeta holder = survey.holder();
      if (survey.held() && holder != null && ended(setup, holder.id())) {
        String words = "held by run " + holder.id() + " of this console, which ended without it";
        return new EnvironmentLock(setup, survey, holder.id(), new LockFacts(false, words, now));
      }
      return new EnvironmentLock(
          setup, survey, null, new LockFacts(survey.held(), survey.lockWords(), now));
    } catch (RemoteException e) {
      String words = "the environment's lock could not be read: " + e.getMessage();
      return new EnvironmentLock(setup, null, null, new LockFacts(true, words, now));
    }
  }

  /**
   * A move of this journal without an outcome that nobody here carries out: its process died, and
   * with it all that it did. A run of a host goes on without its console, and keeps its lock.
   */
  private static boolean ended(HandoverSetup setup, String id) {
    return MovesOpen.of(setup).stream().map(Pending::id).anyMatch(id::equals);
  }

  /** What the lock rule judges; null where there is no lock. */
  @Nullable LockFacts facts() {
    return facts;
  }

  /** What is done while it is held. */
  @FunctionalInterface
  interface Held {
    /** Does it; an {@link ActionException} says that it could not even begin. */
    Outcome carryOut() throws Halt, ActionException, InterruptedException;
  }

  /**
   * Takes it, does this, and gives it up whatever came of it. Where another has it, nothing is
   * done.
   *
   * @param patience how long the work may look for a job
   */
  Outcome during(Permit permit, Plan plan, Progress progress, Duration patience, Held work)
      throws InterruptedException {
    try {
      take(permit, plan, progress, patience);
      return work.carryOut();
    } catch (Halt halt) {
      return halt.outcome();
    } catch (ActionException e) {
      return new Outcome(Verdict.NOT_RUN, e.getMessage() + " — nothing was changed");
    } finally {
      release();
    }
  }

  private void take(Permit permit, Plan plan, Progress progress, Duration patience)
      throws Halt, InterruptedException {
    ControlProfile control = setup.profile().control();
    if (control == null || survey == null) {
      return;
    }
    if (dead != null) {
      setup.runs().release(control.host(), dead);
    }
    RunMeta meta =
        new RunMeta(
            plan.id(),
            setup.profile().environment().name(),
            control.host(),
            progress.actor(),
            setup.from(),
            plan.draft().verb(),
            progress.reason(),
            List.of("signalbox", plan.draft().verb(), plan.confirmText()),
            List.of(),
            plan.contentHash(),
            setup.clock().instant().toString(),
            progress.journalHead(),
            survey.lastToken() + 1);
    try {
      StartAnswer answer =
          setup.runs().hold(permit, plan, new RunOrder(meta, LONGEST.plus(patience)));
      switch (answer) {
        case StartAnswer.Running _ -> held = plan.id();
        case StartAnswer.Held other -> {
          progress.evidence(
              new Evidence(
                  Evidence.LOCK,
                  Evidence.Result.DISPROVED,
                  other.words(),
                  setup.clock().instant()));
          throw new Halt(Verdict.NOT_RUN, "lock: " + other.words() + "; nothing was changed");
        }
        case StartAnswer.Refused no ->
            throw new Halt(Verdict.NOT_RUN, no.words() + "; nothing was changed");
        case StartAnswer.Unsure no -> {
          held = plan.id(); // it may be: it is given up afterwards
          throw new Halt(Verdict.NOT_RUN, "lock: " + no.words() + "; nothing was changed");
        }
      }
    } catch (RemoteException | PermitRefusedException e) {
      throw new Halt(Verdict.NOT_RUN, "lock: " + e.getMessage() + "; nothing was changed");
    }
  }

  /** Before each change: it is still ours, by its own word. */
  String whyLost() throws InterruptedException {
    ControlProfile control = setup.profile().control();
    if (control == null || held == null) {
      return "";
    }
    try {
      Survey now = setup.runs().survey(control.host());
      RunMeta holder = now.holder();
      boolean ours = now.held() && holder != null && holder.id().equals(held);
      return ours ? "" : "the environment's lock was lost: " + now.lockWords();
    } catch (RemoteException e) {
      return "whether the environment's lock is still held is not known: " + e.getMessage();
    }
  }

  private void release() throws InterruptedException {
    ControlProfile control = setup.profile().control();
    if (control != null && held != null) {
      setup.runs().release(control.host(), held);
      held = null;
    }
  }
}
