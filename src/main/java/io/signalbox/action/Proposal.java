package io.signalbox.action;

import io.signalbox.interlock.Grounds;
import io.signalbox.interlock.HostFacts;
import io.signalbox.interlock.LockFacts;
import io.signalbox.interlock.PlanDraft;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a planner hands to the desk.
 *
 * @param hosts what was read live from the targets' machines
 * @param lock the environment's lock, null for a work that takes none
 * @param grounds what was read for the rules that judge only some verbs
 * @param again what those are by now, for a plan that was looked at for long
 * @param steps the names of the steps to come, in order
 * @param work carries out exactly this draft
 */
public record Proposal(
    PlanDraft draft,
    List<HostFacts> hosts,
    @Nullable LockFacts lock,
    Grounds grounds,
    Ground again,
    List<String> steps,
    Work work) {
  /** Copies the lists. */
  public Proposal {
    hosts = List.copyOf(hosts);
    steps = List.copyOf(steps);
  }

  /** For grounds that the work looks at once more by itself. */
  public Proposal(
      PlanDraft draft,
      List<HostFacts> hosts,
      @Nullable LockFacts lock,
      Grounds grounds,
      List<String> steps,
      Work work) {
    this(draft, hosts, lock, grounds, Ground.asPlanned(grounds), steps, work);
  }

  /** For a work that takes no lock. */
  public Proposal(PlanDraft draft, List<HostFacts> hosts, List<String> steps, Work work) {
    this(draft, hosts, null, Grounds.NONE, steps, work);
  }

  /** For a verb that the common rules judge alone. */
  public Proposal(
      PlanDraft draft,
      List<HostFacts> hosts,
      @Nullable LockFacts lock,
      List<String> steps,
      Work work) {
    this(draft, hosts, lock, Grounds.NONE, steps, work);
  }
}
