package io.signalbox.profile;

import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a candidate has to be like, and what is watched while its role moves.
 *
 * @param limits what a candidate may be loaded with at most, null where none is given
 * @param reachability addresses asked from the candidate before it takes over
 * @param probeWorkflow the workflow file that proves a candidate takes jobs, empty for none
 */
public record FailoverProfile(
    @Nullable Limits limits,
    List<URI> reachability,
    String probeWorkflow,
    List<Guardrail> guardrails) {
  /** Nothing is configured. */
  public static final FailoverProfile NONE = new FailoverProfile(null, List.of(), "", List.of());

  /** Copies the lists. */
  public FailoverProfile {
    reachability = List.copyOf(reachability);
    guardrails = List.copyOf(guardrails);
  }

  /** Percentages from 0 to 100 that a candidate may not exceed. */
  public record Limits(double cpuPercent, double memoryPercent, double diskPercent) {}

  /**
   * A PromQL expression that must stay within its bounds while something is done.
   *
   * @param max breached above, null for no upper bound
   * @param min breached below, null for no lower bound
   */
  public record Guardrail(String name, String query, @Nullable Double max, @Nullable Double min) {}
}
