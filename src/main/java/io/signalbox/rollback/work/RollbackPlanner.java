package io.signalbox.rollback.work;

import io.signalbox.action.ActionException;
import io.signalbox.action.Intent;
import io.signalbox.action.Planner;
import io.signalbox.action.Proposal;
import io.signalbox.interlock.Grounds;
import io.signalbox.interlock.LockFacts;
import io.signalbox.interlock.PlanDraft;
import io.signalbox.interlock.RemoteCommand;
import io.signalbox.interlock.Tier;
import io.signalbox.remote.durable.RunKit;
import io.signalbox.rollback.Migration;
import java.util.ArrayList;
import java.util.List;

/** Plans the rollback itself: exactly the command that was previewed. */
public final class RollbackPlanner implements Planner {
  private final RollbackSetup setup;

  /** For a profile's control host. */
  public RollbackPlanner(RollbackSetup setup) {
    this.setup = setup;
  }

  @Override
  public boolean plans(Intent intent) {
    return intent instanceof Intent.Rollback;
  }

  @Override
  public Proposal propose(Intent intent) throws ActionException, InterruptedException {
    if (!(intent instanceof Intent.Rollback wanted)) {
      throw new ActionException("not a rollback: " + intent.verb());
    }
    Looked looked =
        new RollbackLook(setup)
            .look(
                new RollbackLook.Wanted(
                    wanted.verb(),
                    wanted.version(),
                    Values.of(wanted),
                    wanted.limit(),
                    wanted.acknowledged(),
                    true));
    LockFacts lock =
        looked.lock() == null
            ? new LockFacts(true, "not read: " + looked.trouble(), setup.clock().instant())
            : looked.lock();
    Grounds grounds =
        new Grounds(
            null,
            preview(looked, wanted),
            null,
            looked.readiness(),
            looked.remains(wanted.acknowledged().partial()));
    Notes notes = Notes.of(setup, looked, wanted);
    RollbackWork work = new RollbackWork(setup, looked, wanted, notes);
    return new Proposal(
        draft(wanted, looked, notes), List.of(looked.facts()), lock, grounds, work.steps(), work);
  }

  private Grounds.Preview preview(Looked looked, Intent.Rollback wanted)
      throws InterruptedException {
    Fingerprint print = looked.fingerprint();
    GroundReader.Seen seen = looked.seen();
    return print == null || seen == null
        ? new Grounds.Preview(false, "not looked for: " + looked.trouble(), null, null)
        : new PreviewStore(setup)
            .find(looked.place().host(), wanted.version(), print, seen.listing());
  }

  /** The variables as they reach the playbook: in no argument of any process, and in the plan. */
  static List<RemoteCommand> input(Looked looked) {
    String input = looked.ground().input();
    return input.isEmpty() ? List.of() : List.of(RunKit.inputCommand(looked.place().host(), input));
  }

  private static PlanDraft draft(Intent.Rollback wanted, Looked looked, Notes notes) {
    Migration migration = looked.migration();
    String from = looked.from();
    List<RemoteCommand> commands = new ArrayList<>();
    commands.add(new RemoteCommand(looked.place().host(), looked.ground().argv()));
    commands.addAll(input(looked));
    commands.addAll(notes.commands());
    String hosts = looked.hosts().isEmpty() ? "no host" : String.join(", ", looked.hosts());
    return new PlanDraft(
        wanted.verb(),
        "Brings version "
            + wanted.version()
            + " back in place of "
            + from
            + " on "
            + hosts
            + "."
            + (migration.toAcknowledge() ? " DATABASE: " + migration.words() + "." : "")
            + (wanted.incident().isEmpty() ? "" : " Incident " + wanted.incident() + ".")
            + (wanted.ticket().isEmpty() ? "" : " Ticket " + wanted.ticket() + ".")
            + (wanted.acknowledged().partial().isBlank()
                ? ""
                : " Partial state known: " + wanted.acknowledged().partial() + ".")
            + notes.words(),
        "Roll back " + looked.hosts().size() + " hosts to " + wanted.version(),
        true,
        List.of(looked.place().target()),
        commands,
        "afterwards " + wanted.version() + " answers, read back from address and version files",
        "it runs on without this console; abort sends TERM to all of it, KILL after a grace; the"
            + " task in flight may still finish, and rescue sections do not run",
        "another rollback or deployment to " + from + ", with a preview of its own",
        migration.toAcknowledge() ? Tier.TWO_PERSON : Tier.TYPED);
  }
}
