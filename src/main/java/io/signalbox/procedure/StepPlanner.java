package io.signalbox.procedure;

import io.signalbox.action.ActionException;
import io.signalbox.action.Evidence;
import io.signalbox.action.Intent;
import io.signalbox.action.Outcome;
import io.signalbox.action.Planner;
import io.signalbox.action.Progress;
import io.signalbox.action.Proposal;
import io.signalbox.action.Verdict;
import io.signalbox.action.Work;
import io.signalbox.command.CommandSetup;
import io.signalbox.command.CommandSite;
import io.signalbox.command.RunCommandPlanner;
import io.signalbox.interlock.HostFacts;
import io.signalbox.interlock.Permit;
import io.signalbox.interlock.Plan;
import io.signalbox.interlock.PlanDraft;
import io.signalbox.interlock.RemoteCommand;
import io.signalbox.interlock.Tier;
import io.signalbox.runbook.Danger;
import io.signalbox.runbook.Step;
import io.signalbox.runbook.Verify;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Plans one step of a runbook on one machine: a look at once, a change as a durable run. What is
 * planned is read from the file now, and read again before it runs.
 */
public final class StepPlanner implements Planner {
  private final ProcedureSetup setup;

  /** For a profile's runbooks and machines. */
  public StepPlanner(ProcedureSetup setup) {
    this.setup = setup;
  }

  @Override
  public boolean plans(Intent intent) {
    return intent instanceof Intent.RunbookStep;
  }

  @Override
  public Proposal propose(Intent intent) throws ActionException, InterruptedException {
    if (!(intent instanceof Intent.RunbookStep wanted)) {
      throw new ActionException("not a step of a runbook: " + intent.verb());
    }
    ReadyStep ready = ReadyStep.of(setup, wanted);
    StepTargets.resolve(setup.command().profile(), ready.filled().targets(), wanted.host());
    return ready.danger() == Danger.READ_ONLY ? look(wanted, ready) : change(wanted, ready);
  }

  private Proposal look(Intent.RunbookStep wanted, ReadyStep ready)
      throws ActionException, InterruptedException {
    CommandSite site = new CommandSite(setup.command());
    CommandSite.Place place = site.find(wanted.verb(), wanted.host());
    HostFacts facts = site.look(place);
    List<RemoteCommand> commands = new ArrayList<>();
    commands.add(new RemoteCommand(wanted.host(), ready.argv()));
    if (!ready.proof().isEmpty()) {
      commands.add(new RemoteCommand(wanted.host(), ready.proof()));
    }
    PlanDraft draft =
        new PlanDraft(
            wanted.verb(),
            said(wanted, ready) + " It only reads.",
            "Run step " + wanted.step() + " on " + wanted.host(),
            false,
            List.of(place.target()),
            commands,
            prediction(ready.step()),
            "it is ended after " + ready.limit().toSeconds() + " s",
            "nothing to undo");
    LookStep work = new LookStep(setup, ready, wanted.host());
    return new Proposal(
        draft,
        List.of(facts),
        List.of("Run the step"),
        written(wanted, ready, "Run the step", work));
  }

  private Proposal change(Intent.RunbookStep wanted, ReadyStep ready)
      throws ActionException, InterruptedException {
    CommandSetup all = setup.command();
    CommandSetup limited =
        new CommandSetup(
            all.profile(),
            all.shell(),
            all.runs(),
            all.clock(),
            all.from(),
            ready.limit(),
            all.secrets());
    Proposal run =
        new RunCommandPlanner(limited, wanted.verb())
            .propose(new Intent.RunCommand(wanted.host(), ready.argv(), ready.proof()));
    PlanDraft free = run.draft();
    Step step = ready.step();
    PlanDraft draft =
        new PlanDraft(
            wanted.verb(),
            said(wanted, ready)
                + " It is "
                + ready.danger().word()
                + ": "
                + ready.filled().judgement().reason()
                + ".",
            "Run step " + wanted.step() + " on " + wanted.host(),
            true,
            free.targets(),
            free.commands(),
            prediction(step),
            free.abort(),
            step.undo().isEmpty() ? "the runbook says nothing of an undo" : step.undo(),
            ready.danger() == Danger.DESTRUCTIVE ? Tier.TYPED : Tier.OBSERVE);
    StepWork work =
        (permit, plan, heard) -> {
          Outcome ended = run.work().carryOut(permit, plan, heard);
          return judged(ready.verify(), ended, heard);
        };
    return new Proposal(
        draft, run.hosts(), run.lock(), run.steps(), written(wanted, ready, "", work));
  }

  /** A shell proof has been judged where it ran; the others are judged here. */
  private Outcome judged(@Nullable Verify verify, Outcome ended, Heard heard)
      throws InterruptedException {
    if (verify == null || verify instanceof Verify.Command) {
      return ended;
    }
    int code = exitCode(heard);
    boolean known = ended.verdict() == Verdict.SUCCEEDED_UNVERIFIED || code > 0;
    if (!known || ended.verdict() == Verdict.CANCELLED || ended.verdict() == Verdict.UNKNOWN) {
      return ended;
    }
    return new StepProof(setup.queries(), setup.command().clock())
        .judge(verify, code, heard.lines(), ended.verdict(), heard);
  }

  private static int exitCode(Heard heard) {
    return heard.seen().stream()
        .filter(one -> one.what().equals("Exit code"))
        .map(Evidence::observed)
        .filter(words -> words.matches("exit code \\d{1,9}"))
        .mapToInt(words -> Integer.parseInt(words.substring("exit code ".length())))
        .findFirst()
        .orElse(-1);
  }

  private static String said(Intent.RunbookStep wanted, ReadyStep ready) {
    Step step = ready.step();
    return "Runs step "
        + step.number()
        + (step.heading().isEmpty() ? "" : " (" + step.heading() + ")")
        + " of "
        + ready.runbook().title()
        + " on "
        + wanted.host()
        + ", as it reads now (hash "
        + step.hash().substring(0, 12)
        + ").";
  }

  private static String prediction(Step step) {
    Verify verify = step.declared().verify();
    String expected =
        step.expected().isEmpty() ? "" : "its author expects: " + step.expected().strip();
    String proof = verify == null ? "" : "afterwards this has to hold: " + verify.written();
    String both = expected + (expected.isEmpty() || proof.isEmpty() ? "" : "; ") + proof;
    return both.isEmpty() ? "the runbook does not say; its exit code is read" : both;
  }

  /** The step as work: the file once more, then the book, then the step, then the book. */
  private Work written(Intent.RunbookStep wanted, ReadyStep approved, String name, StepWork work) {
    return (Permit permit, Plan plan, Progress progress) -> {
      ReadyStep now = ReadyStep.of(setup, wanted);
      if (!now.filled().equals(approved.filled()) || !now.proof().equals(approved.proof())) {
        throw new ActionException("the step is not the one that was approved; look at it again");
      }
      Heard heard = new Heard(progress);
      StepBook book =
          new StepBook(
              setup.progress(), setup.command().clock(), now.shelved(), now.step(), wanted.host());
      book.begun(progress.actor(), plan.id(), now.hosts());
      Outcome outcome = new Outcome(Verdict.NOT_RUN, "");
      try {
        if (!name.isEmpty()) {
          heard.begin(name);
          heard.started();
          now.filled().script().lines().forEach(line -> heard.say(false, "$ " + line));
        }
        outcome = work.carryOut(permit, plan, heard);
        if (!name.isEmpty()) {
          heard.end(outcome.verdict());
        }
        return outcome;
      } finally {
        String unkept = book.ended(outcome, heard.lines());
        if (!unkept.isEmpty()) {
          heard.say(true, unkept);
        }
      }
    };
  }
}
