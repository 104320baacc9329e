package io.signalbox.command;

import io.signalbox.action.ActionException;
import io.signalbox.action.Evidence;
import io.signalbox.action.Evidence.Result;
import io.signalbox.action.Outcome;
import io.signalbox.action.Progress;
import io.signalbox.action.Verdict;
import io.signalbox.interlock.LockFacts;
import io.signalbox.interlock.Permit;
import io.signalbox.interlock.PermitRefusedException;
import io.signalbox.interlock.Plan;
import io.signalbox.remote.OutputSink;
import io.signalbox.remote.RemoteException;
import io.signalbox.remote.durable.DurableRuns;
import io.signalbox.remote.durable.RunMeta;
import io.signalbox.remote.durable.RunOrder;
import io.signalbox.remote.durable.RunStatus;
import io.signalbox.remote.durable.StartAnswer;
import io.signalbox.remote.durable.Survey;
import io.signalbox.text.StyledLine;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One command that its host carries out and keeps, whatever becomes of this console: the part that
 * every verb with such a command has in common.
 */
public final class DurableStep {
  private static final long LEAST_FREE_KILOBYTES = 1024;
  private static final int KEPT_LINES = 20;

  private final CommandSetup setup;

  /** On a profile's machines. */
  public DurableStep(CommandSetup setup) {
    this.setup = setup;
  }

  /**
   * What is to be done.
   *
   * @param verb stable id of what it belongs to
   * @param target what it is about: a runner's name, or the machine's own
   * @param verify proves it on the same machine, empty for nothing
   * @param token greater than the one of the survey before the plan
   * @param limit after which it is ended
   * @param before what was seen before, for whoever proves it later; may be empty
   */
  public record Order(
      String host,
      String verb,
      String target,
      List<String> argv,
      List<String> verify,
      long token,
      Duration limit,
      String before) {
    /** Copies the arguments. */
    public Order {
      argv = List.copyOf(argv);
      verify = List.copyOf(verify);
    }
  }

  /**
   * How it ended.
   *
   * @param status null where its host was out of reach for too long; it goes on there
   * @param outcome by what is known of it, nothing read back yet
   * @param tail the newest lines of its output
   */
  public record End(@Nullable RunStatus status, Outcome outcome, List<String> tail) {
    /** Copies the lines. */
    public End {
      tail = List.copyOf(tail);
    }
  }

  /**
   * Looks at the lock, the token and the room on a host before anything is planned there.
   *
   * @throws ActionException where nothing can be run there, in words
   */
  public Survey survey(String host) throws ActionException, InterruptedException {
    Survey survey;
    try {
      survey = setup.runs().survey(host);
    } catch (RemoteException e) {
      throw new ActionException("no command can be run on " + host + ": " + e.getMessage());
    }
    Long free = survey.freeKilobytes();
    if (free != null && free < LEAST_FREE_KILOBYTES) {
      throw new ActionException(
          "no command can be run on "
              + host
              + ": only "
              + free
              + " KiB are free where its output would be kept; make room first");
    }
    return survey;
  }

  /** The lock as the rule of that name judges it; a survey that was not made holds. */
  public LockFacts lock(@Nullable Survey survey) {
    return survey == null
        ? new LockFacts(true, "not read: the host was not reached", setup.clock().instant())
        : new LockFacts(
            survey.held(), survey.lockWords(), setup.clock().instant(), survey.strayWords());
  }

  /**
   * Begins it; call {@link Progress#started} before. The permit is used up.
   *
   * @return why it did not begin, or that this is not known; empty when it runs
   */
  public Optional<Outcome> begin(Permit permit, Plan plan, Order order, Progress progress)
      throws InterruptedException {
    StartAnswer answer;
    try {
      RunOrder run = new RunOrder(meta(plan, order, progress), order.limit());
      answer = setup.runs().start(permit, plan, run);
    } catch (PermitRefusedException | RemoteException e) {
      return Optional.of(new Outcome(Verdict.NOT_RUN, e.getMessage() + " — nothing was sent"));
    }
    return switch (answer) {
      case StartAnswer.Running _ -> Optional.empty();
      case StartAnswer.Held held -> {
        progress.evidence(
            new Evidence(RunVerdict.LOCK, Result.DISPROVED, held.words(), setup.clock().instant()));
        yield Optional.of(
            new Outcome(Verdict.NOT_RUN, "lock: " + held.words() + "; nothing was started"));
      }
      case StartAnswer.Refused refused ->
          Optional.of(new Outcome(Verdict.NOT_RUN, refused.words() + "; nothing was started"));
      case StartAnswer.Unsure unsure ->
          Optional.of(
              new Outcome(
                  Verdict.UNKNOWN, unsure.words() + ". Attach to run " + plan.id() + " later"));
    };
  }

  private RunMeta meta(Plan plan, Order order, Progress progress) {
    return new RunMeta(
        plan.id(),
        setup.profile().environment().name(),
        order.host(),
        progress.actor(),
        setup.from(),
        order.verb(),
        setup.secrets().mask(progress.reason()),
        order.argv(),
        order.verify(),
        plan.contentHash(),
        setup.clock().instant().toString(),
        progress.journalHead(),
        order.token(),
        order.target(),
        order.before(),
        progress.journal());
  }

  /** Reads its output to the end, over as many connections as it takes. */
  public End follow(String host, String run, Progress progress) throws InterruptedException {
    Tail tail = new Tail(progress.sink());
    RunStatus status;
    try (RunLines lines = new RunLines(tail, setup.clock(), setup.secrets())) {
      status = setup.runs().follow(host, run, lines, DurableRuns.PATIENCE);
    }
    Outcome outcome =
        status == null
            ? new Outcome(
                Verdict.UNKNOWN,
                "the connection to "
                    + host
                    + " stayed away; the run goes on there. Attach to run "
                    + run
                    + " when it is back")
            : RunVerdict.of(status);
    return new End(status, outcome, tail.lines());
  }

  /** Hands lines on and keeps the newest. */
  private static final class Tail implements OutputSink {
    private final OutputSink sink;
    private final Deque<String> newest = new ArrayDeque<>();

    Tail(OutputSink sink) {
      this.sink = sink;
    }

    @Override
    public void line(boolean error, String text) {
      sink.line(error, text);
    }

    @Override
    public synchronized void styled(boolean error, StyledLine line) {
      if (newest.size() == KEPT_LINES) {
        newest.removeFirst();
      }
      newest.addLast(line.text());
      sink.styled(error, line);
    }

    synchronized List<String> lines() {
      return List.copyOf(newest);
    }
  }
}
