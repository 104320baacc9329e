package io.signalbox.command;

import io.signalbox.action.ActionException;
import io.signalbox.action.Intent;
import io.signalbox.action.Planner;
import io.signalbox.action.Proposal;
import io.signalbox.interlock.HostFacts;
import io.signalbox.interlock.PlanDraft;
import io.signalbox.interlock.RemoteCommand;
import io.signalbox.remote.CommandLine;
import io.signalbox.remote.durable.Survey;
import java.util.ArrayList;
import java.util.List;

/** Plans one command on one machine; nothing is known of it, so it counts as changing something. */
public final class RunCommandPlanner implements Planner {
  private final CommandSetup setup;
  private final CommandSite site;
  private final String verb;

  /** For a profile's machines. */
  public RunCommandPlanner(CommandSetup setup) {
    this(setup, Intent.RunCommand.VERB);
  }

  /**
   * The same road for a command of another verb.
   *
   * @param verb what its host keeps it as
   */
  public RunCommandPlanner(CommandSetup setup, String verb) {
    this.setup = setup;
    this.site = new CommandSite(setup);
    this.verb = verb;
  }

  @Override
  public boolean plans(Intent intent) {
    return intent instanceof Intent.RunCommand;
  }

  @Override
  public Proposal propose(Intent intent) throws ActionException, InterruptedException {
    if (!(intent instanceof Intent.RunCommand wanted)) {
      throw new ActionException("not a command: " + intent.verb());
    }
    CommandSite.Place place = site.find(verb, wanted.host());
    PlanDraft draft = draft(wanted, place);
    HostFacts facts = site.look(place);
    DurableStep step = new DurableStep(setup);
    if (facts.hostKey() == null) {
      return new Proposal(
          draft,
          List.of(facts),
          step.lock(null),
          RunCommand.STEPS,
          (_, _, _) -> {
            throw new ActionException("the host was not reached");
          });
    }
    Survey survey = step.survey(wanted.host());
    RunCommand work = new RunCommand(setup, wanted, verb, survey.lastToken() + 1);
    return new Proposal(draft, List.of(facts), step.lock(survey), RunCommand.STEPS, work);
  }

  private PlanDraft draft(Intent.RunCommand wanted, CommandSite.Place place)
      throws ActionException {
    String host = wanted.host();
    try {
      String shown = CommandLine.quote(wanted.argv());
      List<RemoteCommand> commands = new ArrayList<>();
      commands.add(new RemoteCommand(host, wanted.argv()));
      if (!wanted.verify().isEmpty()) {
        commands.add(new RemoteCommand(host, wanted.verify()));
      }
      return new PlanDraft(
          verb,
          "Runs "
              + shown
              + " on "
              + host
              + " as "
              + place.host().user()
              + ". What it does is not known in advance: it counts as changing something.",
          "Run 1 command on " + host,
          true,
          List.of(place.target()),
          commands,
          wanted.verify().isEmpty()
              ? "not known; exit code 0 will end as done, not verified"
              : "not known; afterwards "
                  + CommandLine.quote(wanted.verify())
                  + " has to end with exit code 0",
          "it runs on without this console; abort sends TERM to all of it, KILL after a grace, and"
              + " looks at what is left",
          "a free command has no undo");
    } catch (IllegalArgumentException e) {
      throw new ActionException("cannot run this on " + host + ": " + e.getMessage());
    }
  }
}
