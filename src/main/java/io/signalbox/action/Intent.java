package io.signalbox.action;

import io.signalbox.interlock.PlanDraft;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** What an operator wants, with the target's name copied at the moment of asking. */
public sealed interface Intent {
  /** Stable id of the verb: {@code check-service}, {@code restart-service}. */
  String verb();

  /** The runner's name on GitHub; the machine's name where the verb is about a machine. */
  String runner();

  /** Read-only: unit state, disk, memory, load and the recent journal of a runner's service. */
  record CheckService(String runner) implements Intent {
    @Override
    public String verb() {
      return "check-service";
    }
  }

  /**
   * One command on a machine, of which nothing is known: it counts as changing something.
   *
   * @param verify what proves it afterwards on the same machine, empty for nothing
   */
  record RunCommand(String host, List<String> argv, List<String> verify) implements Intent {
    /** Copies the arguments. */
    public RunCommand {
      argv = List.copyOf(argv);
      verify = List.copyOf(verify);
    }

    @Override
    public String verb() {
      return "run-command";
    }

    @Override
    public String runner() {
      return host;
    }
  }

  /**
   * The end of a run: TERM, a grace, KILL, and the proof that nothing of it is left.
   *
   * @param run the run's id
   */
  record AbortRun(String host, String run, Duration grace) implements Intent {
    @Override
    public String verb() {
      return PlanDraft.ABORT;
    }

    @Override
    public String runner() {
      return host;
    }
  }

  /**
   * The environment's lock set aside although its holder lives: the last resort, for a holder that
   * nobody can end.
   *
   * @param host on which the next run shall be
   * @param holder the run that holds it, exactly
   */
  record BreakLock(String host, String holder) implements Intent {
    @Override
    public String verb() {
      return PlanDraft.BREAK_LOCK;
    }

    @Override
    public String runner() {
      return host;
    }
  }

  /**
   * One step of a runbook on one machine. What it does is read from the runbook again when it is
   * planned, and once more before it runs.
   *
   * @param runbook its path, or its name in the list of runbooks
   * @param step its number, counted from 1
   * @param hash of the step as it was seen: an edited one is not run
   * @param values for its gaps, by their names
   */
  record RunbookStep(String runbook, int step, String hash, String host, Map<String, String> values)
      implements Intent {
    /** Copies the values. */
    public RunbookStep {
      values = Map.copyOf(values);
    }

    @Override
    public String verb() {
      return "runbook-step";
    }

    @Override
    public String runner() {
      return host;
    }
  }

  /** Restart of a runner's service. */
  record RestartService(String runner) implements Intent {
    @Override
    public String verb() {
      return "restart-service";
    }
  }
}
