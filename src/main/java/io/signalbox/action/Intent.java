package io.signalbox.action;

import io.signalbox.interlock.PlanDraft;
import io.signalbox.model.RoleMove;
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

    /** Its stable id. */
    public static final String VERB = "run-command";

    @Override
    public String verb() {
      return VERB;
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
   * A run read again from its first byte to its end, wherever it was begun; changes nothing.
   *
   * @param run the run's id
   */
  record AttachRun(String host, String run) implements Intent {
    /** Its stable id. */
    public static final String VERB = "attach-run";

    @Override
    public String verb() {
      return VERB;
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

    /** Its stable id, by which plans, runs on hosts and the journal know it. */
    public static final String VERB = "runbook";

    @Override
    public String verb() {
      return VERB;
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

  /**
   * The deploying role goes from one runner to another.
   *
   * @param from the runner that has it, by its name on GitHub
   * @param to the runner that takes it
   */
  record MoveRole(RoleMove move, String from, String to, MoveOptions options) implements Intent {
    /** With what is usual for such a move. */
    public MoveRole(RoleMove move, String from, String to) {
      this(move, from, to, MoveOptions.usual(move));
    }

    @Override
    public String verb() {
      return move.verb();
    }

    @Override
    public String runner() {
      return to;
    }
  }

  /**
   * The label sets that a run found before it changed anything, put back.
   *
   * @param run the run's id
   */
  record UndoMove(String run) implements Intent {
    /** The verb. */
    public static final String VERB = "undo-move";

    @Override
    public String verb() {
      return VERB;
    }

    @Override
    public String runner() {
      return run;
    }
  }

  /**
   * An older version brought back by the team's playbook.
   *
   * @param version the version to go back to
   * @param reason why; goes to the playbook and to the journal
   * @param incident the incident's id
   * @param ticket empty for none
   * @param limit hosts that alone are worked on, empty for what the profile says
   * @param acknowledged what the operator takes knowingly
   */
  record Rollback(
      String version,
      String reason,
      String incident,
      String ticket,
      List<String> limit,
      Acknowledged acknowledged)
      implements Intent {
    /** Copies the list. */
    public Rollback {
      limit = List.copyOf(limit);
    }

    @Override
    public String verb() {
      return PlanDraft.ROLLBACK;
    }

    @Override
    public String runner() {
      return version;
    }
  }

  /**
   * What an operator says they know.
   *
   * @param migration a database migration lies in between, or may
   * @param partial what they know of a half-done deployment, empty for nothing
   */
  record Acknowledged(boolean migration, String partial) {
    /** Nothing. */
    public static final Acknowledged NOTHING = new Acknowledged(false, "");
  }

  /**
   * A check run of the rollback's playbook: changes nothing but what runs in check mode too.
   *
   * @param limit hosts that alone are worked on, empty for what the profile says
   * @param acknowledged what the playbook is told that the operator knows
   */
  record PreviewRollback(String version, List<String> limit, Acknowledged acknowledged)
      implements Intent {
    /** Copies the list. */
    public PreviewRollback {
      limit = List.copyOf(limit);
    }

    @Override
    public String verb() {
      return PlanDraft.PREVIEW;
    }

    @Override
    public String runner() {
      return version;
    }
  }
}
