package io.signalbox.action;

import io.signalbox.interlock.PlanDraft;
import io.signalbox.interlock.RemoteCommand;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A run that a host keeps, by where it is.
 *
 * @param host the machine's name in the profile
 * @param run the run's id there
 */
public record HostRun(String host, String run) {
  private static final Duration GRACE = Duration.ofSeconds(30);

  /** Commands that go to an API and not to a machine are listed under this name. */
  private static final String API = "github";

  /**
   * What this run does, or watches, on a machine; empty where there is nothing that could be ended.
   */
  public static Optional<HostRun> of(ActionRun run) {
    PlanDraft draft = run.plan().draft();
    List<RemoteCommand> commands =
        draft.commands().stream().filter(one -> !one.host().equals(API)).toList();
    if (commands.isEmpty() || draft.ending()) {
      return Optional.empty();
    }
    RemoteCommand first = commands.getFirst();
    if (draft.verb().equals(Intent.AttachRun.VERB)) {
      return Optional.of(new HostRun(first.host(), first.argv().getLast()));
    }
    return draft.mutating() ? Optional.of(new HostRun(first.host(), run.id())) : Optional.empty();
  }

  /** The intent that ends it. */
  public Intent abort() {
    return new Intent.AbortRun(host, run, GRACE);
  }

  /** The intent that reads it, from its first byte to its end. */
  public Intent attach() {
    return new Intent.AttachRun(host, run);
  }
}
