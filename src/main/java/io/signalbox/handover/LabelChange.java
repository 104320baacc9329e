package io.signalbox.handover;

import io.signalbox.action.ActionException;
import io.signalbox.action.Evidence;
import io.signalbox.action.Progress;
import io.signalbox.action.Verdict;
import io.signalbox.failover.Labels;
import io.signalbox.github.WriteAnswer;
import io.signalbox.interlock.Permit;
import io.signalbox.interlock.PermitRefusedException;
import io.signalbox.interlock.Plan;
import io.signalbox.interlock.RemoteCommand;
import io.signalbox.model.GithubRunner;
import java.time.Duration;
import java.util.List;

/**
 * Sends label changes and reads back both runners after each: only what is read counts, whatever
 * was answered. Anything else than expected stops the work.
 */
final class LabelChange {
  private static final int LOOKS = 5;
  private static final Duration BETWEEN = Duration.ofSeconds(2);

  private final HandoverSetup setup;
  private final Permit permit;
  private final Plan plan;
  private final Progress progress;
  private final Move move;
  private GithubRunner from;
  private GithubRunner to;

  LabelChange(HandoverSetup setup, Permit permit, Plan plan, Progress progress, Move move) {
    this.setup = setup;
    this.permit = permit;
    this.plan = plan;
    this.progress = progress;
    this.move = move;
    this.from = move.from();
    this.to = move.to();
  }

  /** The giver as last read. */
  GithubRunner from() {
    return from;
  }

  /** The taker as last read. */
  GithubRunner to() {
    return to;
  }

  /** What is so by the labels last read. */
  String standing() {
    return move.standing(from.labels(), to.labels());
  }

  /** True when the labels are as they were before anything was sent. */
  boolean untouched() {
    return Labels.same(from.labels(), move.from().labels())
        && Labels.same(to.labels(), move.to().labels());
  }

  /** FAILED where all is as it was and at one runner alone; a half move stays half a move. */
  Verdict changed() {
    return untouched() && !move.half(from.labels(), to.labels()) ? Verdict.FAILED : Verdict.PARTIAL;
  }

  /** Reads both. */
  void look() throws ActionException, InterruptedException {
    from = LiveRunners.again(setup.runners(), from);
    to = LiveRunners.again(setup.runners(), to);
  }

  /**
   * Sends these and reads back.
   *
   * @param what the read-back's question
   * @throws Halt where what is read is not what was expected
   */
  void change(String what, List<RemoteCommand> commands, List<String> giver, List<String> taker)
      throws Halt, InterruptedException {
    WriteAnswer last = null;
    for (RemoteCommand command : commands) {
      last = send(command);
      if (!(last instanceof WriteAnswer.Done)) {
        break;
      }
    }
    boolean settled = last instanceof WriteAnswer.Refused;
    String answer = last == null ? "" : last.words();
    for (int i = 0; ; i++) {
      String unread = tryLook();
      boolean good =
          unread.isEmpty() && Labels.same(from.labels(), giver) && Labels.same(to.labels(), taker);
      boolean over = i + 1 >= LOOKS || (unread.isEmpty() && settled);
      if (good || over) {
        proof(what, unread, good);
        if (!good) {
          throw stopped(unread, answer);
        }
        return;
      }
      setup.pause().of(BETWEEN);
    }
  }

  private WriteAnswer send(RemoteCommand command) throws Halt, InterruptedException {
    progress.output(false, String.join(" ", command.argv()));
    try {
      WriteAnswer answer = setup.github().send(permit, plan, command);
      progress.output(!(answer instanceof WriteAnswer.Done), answer.words());
      return answer;
    } catch (PermitRefusedException e) {
      throw new Halt(Verdict.PARTIAL, e.getMessage() + " — " + standing());
    }
  }

  private String tryLook() throws InterruptedException {
    try {
      look();
      return "";
    } catch (ActionException e) {
      return String.valueOf(e.getMessage());
    }
  }

  private void proof(String what, String unread, boolean good) {
    String labels =
        from.name()
            + " ["
            + String.join(", ", from.labels())
            + "], "
            + to.name()
            + " ["
            + String.join(", ", to.labels())
            + "]";
    Evidence.Result result =
        !unread.isEmpty()
            ? Evidence.Result.NOT_READABLE
            : good ? Evidence.Result.PROVED : Evidence.Result.DISPROVED;
    progress.evidence(
        new Evidence(what, result, unread.isEmpty() ? labels : unread, setup.clock().instant()));
  }

  private Halt stopped(String unread, String answer) {
    if (!unread.isEmpty()) {
      return new Halt(
          Verdict.UNKNOWN,
          answer + " " + unread + " — what labels there are is not known. Look at them on GitHub");
    }
    if (untouched()) {
      return new Halt(changed(), answer + " No label was changed: " + standing());
    }
    return new Halt(
        Verdict.PARTIAL,
        (answer.isEmpty() ? "" : answer + " ")
            + "The labels are not as they should be: "
            + standing()
            + ". "
            + next());
  }

  /** What can be done about a half failover. */
  String next() {
    return "To finish: the same command again. To take it back: signalbox "
        + move.move().verb()
        + " --undo "
        + plan.id();
  }
}
