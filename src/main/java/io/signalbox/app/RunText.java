package io.signalbox.app;

import io.signalbox.action.ActionRun;
import io.signalbox.action.Evidence;
import io.signalbox.interlock.Plan;
import io.signalbox.interlock.Precondition;
import io.signalbox.interlock.RemoteCommand;
import io.signalbox.interlock.RuleOverride;
import io.signalbox.interlock.Target;
import io.signalbox.remote.CommandLine;
import io.signalbox.text.SafeText;

/** A plan and what came of it, for a terminal. */
final class RunText {
  private RunText() {}

  static String plan(Plan plan) {
    StringBuilder out = new StringBuilder(words(plan.draft().consequence())).append('\n');
    for (Target target : plan.draft().targets()) {
      out.append("  on      ").append(words(target.path() + "  " + target.address()));
      out.append(target.service().isEmpty() ? "" : "  " + words(target.service())).append('\n');
    }
    for (RemoteCommand command : plan.draft().commands()) {
      out.append("  runs    ").append(words(CommandLine.quote(command.argv()))).append('\n');
    }
    for (Precondition rule : plan.preconditions()) {
      out.append(
          "  %-7s %s: %s%n".formatted(rule.ruling().word(), rule.rule(), words(rule.observed())));
    }
    for (RuleOverride override : plan.overrides()) {
      out.append("  OVERRIDE %s: %s%n".formatted(override.rule(), words(override.reason())));
    }
    out.append("  abort   ").append(plan.draft().abort()).append('\n');
    out.append("  undo    ").append(plan.draft().undo()).append('\n');
    return out.toString();
  }

  /** Words of others: nothing in them works or hides, and none of them begins a line of ours. */
  static String words(String given) {
    return SafeText.exact(given).replace("\n", "\n          ");
  }

  /** What is left to say once the output was shown. */
  static String ending(ActionRun run) {
    StringBuilder out = new StringBuilder();
    for (Evidence proof : run.evidence()) {
      out.append("%-12s %s: %s%n".formatted(proof.result().word(), proof.what(), proof.observed()));
    }
    out.append(run.verdict().words()).append('\n');
    return out.toString();
  }
}
