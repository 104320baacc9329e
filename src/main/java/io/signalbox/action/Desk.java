package io.signalbox.action;

import io.signalbox.interlock.Approval;
import io.signalbox.interlock.Asking;
import io.signalbox.interlock.Pending;
import io.signalbox.interlock.Plan;
import io.signalbox.snapshot.Subscription;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * Where intents are handed in. No method blocks; futures complete on a background thread, so a view
 * hops back by {@code ui.fx}. A view learns outcomes from {@link #runs}, never from its own button.
 */
public interface Desk extends LookBook {
  /** How long an unlock lasts. */
  Duration UNLOCK = Duration.ofMinutes(15);

  /**
   * Resolves targets, reads live preconditions and judges them. The plan may hold refusals: then it
   * can be shown but not approved. Fails with {@link ActionException} where no plan can be made.
   */
  default CompletableFuture<Plan> propose(Intent intent) {
    return propose(intent, Asking.PLAIN);
  }

  /** As {@link #propose(Intent)}, with rules to set aside or a plan that was approved already. */
  CompletableFuture<Plan> propose(Intent intent, Asking asking);

  /**
   * Judges the plan's rules again on the newest evidence, without asking any source.
   *
   * @return why it no longer holds, empty while it does
   */
  List<String> objections(Plan plan);

  /**
   * Carries a plan out once. Completes when the run has ended, with its last state; a refusal is a
   * run with the verdict {@link Verdict#NOT_RUN} and the reason.
   */
  CompletableFuture<ActionRun> approve(Plan plan, Approval approval);

  /**
   * Answers what a run asks.
   *
   * @param choice the id of one of the question's choices
   * @return false where this run does not ask this, or not any more
   */
  default boolean answer(String run, String question, String choice) {
    return false;
  }

  /** What this plan needs of a second person; decided again where the permit is given. */
  SecondNeed secondNeed(Plan plan);

  /**
   * Asks a second person to approve, on record. Fails with {@link ActionException} where the
   * request could not be written.
   */
  CompletableFuture<Asked> askSecond(Plan plan, String reason);

  /**
   * The plan of a request written before, to go on with it by {@link Asking#approved}; empty where
   * there is none.
   */
  CompletableFuture<Optional<Plan>> requested(String reference);

  /** Looks once for the answer. Fails with {@link ActionException} where it cannot look. */
  CompletableFuture<Answer> secondAnswer(Plan plan);

  /** Overrides and solo acts that nobody has reviewed yet, as last read from the journal. */
  Reviews reviews();

  /**
   * Takes one off that list, on record; waits some milliseconds for the disk.
   *
   * @throws IllegalArgumentException for a blank reason or an unknown id
   * @throws IllegalStateException when it cannot be recorded; the message is fit for the operator
   */
  void review(String id, String reason);

  /**
   * Puts the outcome of an action on record that another process began, so that it no longer stands
   * in the way.
   *
   * @return false where none of that id is open here
   * @throws ActionException when it cannot be recorded
   */
  boolean settle(String action, Outcome outcome) throws ActionException;

  /**
   * Records what an operator found out about an action whose outcome is unknown; from then on it no
   * longer stands in the way of others. Blocks until it is on disk.
   *
   * @return false where none of that id is open here
   * @throws ActionException when it cannot be recorded
   */
  boolean found(String action, String what) throws ActionException;

  /**
   * Actions on record whose outcome is not known, oldest first.
   *
   * @throws ActionException when the record cannot be read
   */
  List<Pending> pending() throws ActionException;

  /** Why nothing can be put on record, empty when it can; then nothing is carried out either. */
  String whyReadOnly();

  /** Who acts, as the operating system names them. */
  String actor();

  /** Read-only mode as it is. */
  Lock lock();

  /**
   * Unlocks for {@link #UNLOCK}; the reason is in the journal before it holds, so this waits some
   * milliseconds for the disk.
   *
   * @throws IllegalArgumentException for a blank reason
   * @throws IllegalStateException when it cannot be recorded: then it stays locked; the message is
   *     fit for the operator
   */
  void unlock(String reason);

  /** Back to read-only at once. */
  void relock();

  /** Looks at the host keys on the way to a machine; sends no command. */
  default CompletableFuture<HostKeyLook> hostKey(String host) {
    return CompletableFuture.completedFuture(new HostKeyLook.Failed("not looked at here"));
  }

  /**
   * Records a host key, on record, when what the operator got from elsewhere names it.
   *
   * @param shown the fingerprint that was shown
   * @param given the fingerprint that the machine's owner gave
   */
  default CompletableFuture<HostKeyLook> agreeHostKey(String host, String shown, String given) {
    return CompletableFuture.failedFuture(new ActionException("not agreed to here"));
  }

  /** Asks every host for the runs it keeps, whoever began them; changes nothing. */
  default CompletableFuture<RunsOnHosts> runsOnHosts() {
    return CompletableFuture.completedFuture(new RunsOnHosts(List.of(), Map.of()));
  }

  /** Runs of this session, newest first. */
  List<ActionRun> runs();

  /** Tells of each change to a run, on a background thread; must return at once. */
  Subscription onRun(Consumer<ActionRun> listener);
}
