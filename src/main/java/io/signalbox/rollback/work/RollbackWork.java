package io.signalbox.rollback.work;

import io.signalbox.action.ActionException;
import io.signalbox.action.Evidence;
import io.signalbox.action.Evidence.Result;
import io.signalbox.action.Intent;
import io.signalbox.action.Outcome;
import io.signalbox.action.Progress;
import io.signalbox.action.Verdict;
import io.signalbox.action.Work;
import io.signalbox.interlock.Permit;
import io.signalbox.interlock.PermitRefusedException;
import io.signalbox.interlock.Plan;
import io.signalbox.remote.CommandLine;
import io.signalbox.remote.RemoteException;
import io.signalbox.remote.durable.DurableRuns;
import io.signalbox.remote.durable.PlaybookAnswer;
import io.signalbox.remote.durable.RunMeta;
import io.signalbox.remote.durable.RunOrder;
import io.signalbox.remote.durable.RunStatus;
import io.signalbox.remote.durable.StartAnswer;
import java.util.ArrayList;
import java.util.List;

/** Runs the playbook durably on the control host, follows it, and reads back what it did. */
final class RollbackWork implements Work {
  private static final List<String> STEPS =
      List.of("Compare with the preview", "Start", "Follow", "Read back");
  private static final String WRITE = "Write to GitHub";

  private final RollbackSetup setup;
  private final PlaybookCall call;
  private final Looked looked;
  private final Intent.Rollback wanted;
  private final Notes notes;

  RollbackWork(RollbackSetup setup, Looked looked, Intent.Rollback wanted, Notes notes) {
    this.setup = setup;
    this.call = new PlaybookCall(setup.profile().rollback());
    this.looked = looked;
    this.wanted = wanted;
    this.notes = notes;
  }

  /** The names of the steps, in order. */
  List<String> steps() {
    List<String> all = new ArrayList<>(STEPS);
    if (!notes.commands().isEmpty()) {
      all.add(WRITE);
    }
    return all;
  }

  @Override
  public Outcome carryOut(Permit permit, Plan plan, Progress progress)
      throws ActionException, InterruptedException {
    if (wanted.incident().isBlank() || wanted.reason().isBlank()) {
      throw new ActionException("a rollback needs the incident's id and a reason");
    }
    progress.begin(STEPS.get(0));
    compare();
    progress.begin(STEPS.get(1));
    progress.started();
    progress.output(false, CommandLine.shown(looked.ground().argv()));
    StartAnswer answer;
    try {
      RunOrder order = new RunOrder(meta(plan, progress), setup.limit(), call.kit(looked.values()));
      answer = setup.runs().start(permit, plan, order);
    } catch (PermitRefusedException | RemoteException e) {
      return new Outcome(Verdict.NOT_RUN, e.getMessage() + " — nothing was sent");
    }
    NoteWriter writer = new NoteWriter(setup, notes, permit, plan, progress);
    return switch (answer) {
      case StartAnswer.Running _ -> {
        writer.begun();
        yield follow(plan, progress, writer);
      }
      case StartAnswer.Held held -> {
        progress.evidence(
            new Evidence(Aftermath.LOCK, Result.DISPROVED, held.words(), setup.clock().instant()));
        yield new Outcome(Verdict.NOT_RUN, "lock: " + held.words() + "; nothing was started");
      }
      case StartAnswer.Refused refused ->
          new Outcome(Verdict.NOT_RUN, refused.words() + "; nothing was started");
      case StartAnswer.Unsure unsure -> {
        writer.leftRunning();
        yield new Outcome(
            Verdict.UNKNOWN, unsure.words() + ". Attach to run " + plan.id() + " later");
      }
    };
  }

  /**
   * What was previewed is what is there still, to the byte, and matches the same hosts; and nobody
   * began a deployment while the plan waited for its approval.
   */
  private void compare() throws ActionException, InterruptedException {
    Fingerprint before = looked.fingerprint();
    GroundReader.Seen seen = looked.seen();
    if (before == null || seen == null) {
      throw new ActionException(looked.trouble());
    }
    PlaybookAnswer now;
    try {
      now = setup.host().hashes(looked.ground());
    } catch (RemoteException e) {
      throw new ActionException("the playbooks could not be compared: " + e.getMessage());
    }
    Fingerprint after =
        Fingerprint.of(
            now,
            setup.profile().rollback().inventory(),
            call,
            looked.values(),
            wanted.limit(),
            GroundReader.listing(now).hosts());
    List<String> marks = Remains.since(seen.look(), now);
    if (!marks.isEmpty()) {
      throw new ActionException(
          "partial-state: "
              + String.join(", ", marks)
              + " appeared since the plan was made, or changed; look at it, then plan anew");
    }
    List<String> different = after.different(before.json());
    if (!different.isEmpty()) {
      throw new ActionException(
          "preview: " + String.join(", ", different) + " changed since the plan was made");
    }
  }

  private RunMeta meta(Plan plan, Progress progress) {
    return new RunMeta(
        plan.id(),
        setup.profile().environment().name(),
        looked.place().host(),
        progress.actor(),
        setup.from(),
        wanted.verb(),
        progress.reason(),
        looked.ground().argv(),
        List.of(),
        plan.contentHash(),
        setup.clock().instant().toString(),
        progress.journalHead(),
        looked.nextToken(),
        looked.place().host(),
        new RunAim(wanted.version(), looked.worked()).json(),
        progress.journal());
  }

  private Outcome follow(Plan plan, Progress progress, NoteWriter writer)
      throws InterruptedException {
    progress.begin(STEPS.get(2));
    Aftermath aftermath = new Aftermath(setup);
    String host = looked.place().host();
    try (RunWatch watch =
        new RunWatch(plan.id(), progress.sink(), setup.board(), setup.secrets())) {
      RunStatus status = setup.runs().follow(host, plan.id(), watch, DurableRuns.PATIENCE);
      if (status == null) {
        writer.leftRunning();
        return new Outcome(
            Verdict.UNKNOWN,
            "the connection to "
                + host
                + " stayed away; the playbook goes on there. Attach to run "
                + plan.id()
                + " when it is back");
      }
      progress.begin(STEPS.get(3));
      Outcome outcome = aftermath.judge(status, watch, progress::evidence);
      if (!notes.commands().isEmpty()) {
        progress.begin(WRITE);
      }
      writer.ended(outcome.verdict());
      progress.end(outcome.verdict());
      return outcome;
    }
  }
}
