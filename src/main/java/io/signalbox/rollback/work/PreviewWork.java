package io.signalbox.rollback.work;

import io.signalbox.action.ActionException;
import io.signalbox.action.Evidence;
import io.signalbox.action.Evidence.Result;
import io.signalbox.action.Outcome;
import io.signalbox.action.Progress;
import io.signalbox.action.Verdict;
import io.signalbox.action.Work;
import io.signalbox.ansible.EventLog;
import io.signalbox.ansible.PlaybookTree;
import io.signalbox.interlock.Permit;
import io.signalbox.interlock.Plan;
import io.signalbox.remote.RemoteException;
import io.signalbox.remote.durable.PlaybookAnswer;
import io.signalbox.remote.durable.PlaybookAnswer.Part;
import io.signalbox.rollback.RollbackBoard;
import io.signalbox.text.SafeText;
import java.util.List;
import java.util.Objects;

/** Takes one preview, has it kept on the control host, and says what it covers. */
final class PreviewWork implements Work {
  static final List<String> STEPS = List.of("Check run", "Classify");

  private final RollbackSetup setup;
  private final Looked looked;
  private final String version;

  PreviewWork(RollbackSetup setup, Looked looked, String version) {
    this.setup = setup;
    this.looked = looked;
    this.version = version;
  }

  @Override
  public Outcome carryOut(Permit permit, Plan plan, Progress progress)
      throws ActionException, InterruptedException {
    Fingerprint print = looked.fingerprint();
    GroundReader.Seen seen = looked.seen();
    if (print == null || seen == null) {
      throw new ActionException(looked.trouble());
    }
    progress.begin(STEPS.get(0));
    progress.started();
    EventLog events = new EventLog(setup.secrets());
    PlaybookAnswer answer;
    try {
      answer =
          setup
              .host()
              .preview(
                  looked.ground(),
                  print.print(),
                  print.json(),
                  PlaybookCall.files(),
                  (chunk, offset, length) -> {
                    events.feed(chunk, offset, length);
                    setup.board().show(plan.id(), events.tree());
                  });
    } catch (RemoteException e) {
      return new Outcome(Verdict.NOT_RUN, "no preview was taken: " + e.getMessage());
    }
    progress.begin(STEPS.get(1));
    Part log = answer.part("log").orElse(new Part("log", "-1", List.of()));
    log.text().forEach(line -> progress.output(false, SafeText.line(setup.secrets().mask(line))));
    return judged(plan, progress, answer, log, events.tree(), seen);
  }

  private Outcome judged(
      Plan plan,
      Progress progress,
      PlaybookAnswer answer,
      Part log,
      PlaybookTree tree,
      GroundReader.Seen seen) {
    setup.board().show(plan.id(), tree);
    if (!PreviewStore.touched(tree)) {
      return new Outcome(
          Verdict.NOT_RUN,
          "the check run came to no task on any host (exit code "
              + log.code()
              + "): it says nothing. "
              + last(log));
    }
    PreviewStore store = new PreviewStore(setup);
    RollbackBoard.Preview taken =
        store.show(
            version,
            Objects.requireNonNull(looked.fingerprint()).print(),
            store.takenAt(answer, answer.part("taken").map(Part::code).orElse(0)),
            tree,
            seen.listing());
    say(progress, taken, "Preview", Result.PROVED, taken.report().headline());
    List<String> failures = taken.report().failures();
    if (!failures.isEmpty()) {
      say(
          progress,
          taken,
          "Check run to its end",
          Result.DISPROVED,
          "in check mode it failed, a real run may fare otherwise: " + String.join("; ", failures));
    }
    if (tree.missing() > 0) {
      say(progress, taken, "Events", Result.NOT_READABLE, tree.missing() + " are missing");
    }
    List<String> ran = taken.report().reallyRan();
    if (!ran.isEmpty()) {
      say(progress, taken, "Run by the preview too", Result.PROVED, String.join(", ", ran));
    }
    if (!tree.ended()) {
      progress.end(Verdict.FAILED);
      return new Outcome(
          Verdict.FAILED,
          "the check run did not come to its end (exit code " + log.code() + "). " + last(log));
    }
    progress.end(Verdict.SUCCEEDED_VERIFIED);
    return Outcome.of(Verdict.SUCCEEDED_VERIFIED);
  }

  private static void say(
      Progress progress, RollbackBoard.Preview taken, String what, Result result, String words) {
    progress.evidence(new Evidence(what, result, words, taken.takenAt()));
  }

  private static String last(Part log) {
    return log.text().stream()
        .map(line -> SafeText.line(line).strip())
        .filter(line -> !line.isEmpty())
        .reduce((one, other) -> other)
        .orElse("");
  }
}
