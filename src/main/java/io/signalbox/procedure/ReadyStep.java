package io.signalbox.procedure;

import io.signalbox.action.ActionException;
import io.signalbox.action.Intent;
import io.signalbox.remote.durable.RunOrder;
import io.signalbox.runbook.Danger;
import io.signalbox.runbook.Declared;
import io.signalbox.runbook.Filled;
import io.signalbox.runbook.Filling;
import io.signalbox.runbook.Runbook;
import io.signalbox.runbook.RunbookProgress;
import io.signalbox.runbook.Step;
import io.signalbox.runbook.StepKind;
import io.signalbox.runbook.Verify;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A step that may run: read from its runbook just now, unedited, filled, its turn.
 *
 * @param program the shell that reads it
 * @param proof what is run afterwards on the same machine, empty for nothing
 * @param verify what its author declares as proof, filled; null for nothing
 * @param hosts all machines that it is for
 */
record ReadyStep(
    Shelved shelved,
    Step step,
    Filled filled,
    String program,
    List<String> proof,
    @Nullable Verify verify,
    List<String> hosts) {
  /** A look that takes longer than this is ended. */
  static final Duration LOOK = Duration.ofMinutes(1);

  /** The shell's own way out would be cut off after ten minutes. */
  private static final Duration LONGEST_LOOK = Duration.ofMinutes(9);

  static ReadyStep of(ProcedureSetup setup, Intent.RunbookStep wanted) throws ActionException {
    Shelved shelved =
        setup
            .shelf()
            .find(wanted.runbook())
            .orElseThrow(() -> new ActionException("no runbook " + wanted.runbook() + " is found"));
    Runbook runbook = shelved.runbook();
    Step step =
        runbook
            .step(wanted.step())
            .orElseThrow(
                () ->
                    new ActionException(
                        runbook.path()
                            + " has no step "
                            + wanted.step()
                            + ": it has "
                            + runbook.steps().size()));
    if (!step.hash().equals(wanted.hash())) {
      throw new ActionException(
          "step "
              + step.number()
              + " of "
              + runbook.path()
              + " was edited since it was looked at; look at it again. Nothing was sent");
    }
    return of(setup, shelved, step, wanted);
  }

  private static ReadyStep of(
      ProcedureSetup setup, Shelved shelved, Step step, Intent.RunbookStep wanted)
      throws ActionException {
    if (step.kind() != StepKind.SHELL || !step.runnable()) {
      throw new ActionException(
          step.name() + " is not run on a machine: " + whyNot(step) + ". Nothing was sent");
    }
    Filled filled = Filling.fill(step, wanted.values());
    if (!filled.complete()) {
      throw new ActionException(step.name() + ": " + filled.why() + ". Nothing was sent");
    }
    List<String> hosts =
        StepTargets.all(setup.command().profile(), filled.targets(), wanted.host());
    RunbookProgress progress = setup.progress().load(shelved.key(), shelved.runbook());
    Optional<String> obstacle = progress.obstacle(shelved.runbook(), step);
    if (obstacle.isPresent()) {
      throw new ActionException(step.name() + ": " + obstacle.get() + ". Nothing was sent");
    }
    Verify verify = verify(step, wanted.values());
    List<String> proof = List.of();
    if (verify instanceof Verify.Command command) {
      Filled proving = proof(step, command.script(), wanted);
      proof = List.of("/bin/sh", "-c", proving.script());
      filled = filled.with(proving.judgement());
    }
    String program = step.language().matches("sh|dash|posix") ? "/bin/sh" : "/bin/bash";
    return new ReadyStep(shelved, step, filled, program, proof, verify, hosts);
  }

  /** A query that proves it has gaps of the same names. */
  static @Nullable Verify verify(Step step, Map<String, String> values) throws ActionException {
    if (!(step.declared().verify() instanceof Verify.PromQl query)) {
      return step.declared().verify();
    }
    Filled filled = Filling.fillQuery(query.expression(), values);
    return new Verify.PromQl(query.written(), complete(step, filled).script());
  }

  /** So does a command. */
  private static Filled proof(Step step, String script, Intent.RunbookStep wanted)
      throws ActionException {
    return complete(step, Filling.fill(script, wanted.values()));
  }

  private static Filled complete(Step step, Filled proof) throws ActionException {
    if (!proof.complete()) {
      throw new ActionException(
          step.name() + ": its verification is " + proof.why() + ". Nothing was sent");
    }
    return proof;
  }

  static String whyNot(Step step) {
    if (!step.obstacle().isEmpty()) {
      return step.obstacle();
    }
    String language = step.language().isEmpty() ? "a block without a language" : step.language();
    return step.kind() == StepKind.SHOWN
        ? language + " is read, not run"
        : language + " is asked of a source";
  }

  Runbook runbook() {
    return shelved.runbook();
  }

  Danger danger() {
    return filled.judgement().danger();
  }

  /**
   * Unset variables end it: a path with a hole in it reaches too far. Bash started by sshd reads
   * its interactive settings otherwise, and those are not written for that.
   */
  List<String> argv() {
    List<String> shell =
        program.endsWith("bash")
            ? List.of(program, "--norc", "-u", "-c", filled.script())
            : List.of(program, "-u", "-c", filled.script());
    if (danger() != Danger.READ_ONLY) {
      return shell;
    }
    List<String> limited =
        new ArrayList<>(List.of("timeout", "-k", "5", Long.toString(limit().toSeconds())));
    limited.addAll(shell);
    return limited;
  }

  Duration limit() {
    Declared declared = step.declared();
    Duration given = declared.timeout();
    if (danger() != Danger.READ_ONLY) {
      return given == null ? RunOrder.LIMIT : given;
    }
    Duration look = given == null ? LOOK : given;
    return look.compareTo(LONGEST_LOOK) > 0 ? LONGEST_LOOK : look;
  }
}
