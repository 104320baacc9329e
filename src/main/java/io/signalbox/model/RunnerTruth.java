package io.signalbox.model;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What all sources together say of one runner.
 *
 * @param name its name on GitHub, or the profile's name where GitHub is not read
 * @param githubId GitHub's id, null while GitHub has not named it
 * @param host the physical host's name in the profile, or the hostname seen; empty if not known
 * @param since when this state began, as far as this console knows; null if it did not see it begin
 * @param busy true when GitHub says that it runs a job, from a fresh reading only
 * @param job the job it is busy with, null where none is known
 * @param labels routing labels as GitHub has them
 * @param expectedLabels labels the profile asks for, empty where it asks for none
 * @param unit its systemd unit, empty where the profile gives none
 * @param reasons why it is in this state, worst first
 * @param badges notes that do not change the state, e.g. {@code monitoring-blind}
 * @param inputs by {@link Input#key()}, in display order
 * @param trends recent history of its numbers, by signal; empty where none was read
 * @param history the last hour's states, oldest first, gaps where nothing is known
 */
public record RunnerTruth(
    String name,
    @Nullable Long githubId,
    String host,
    RunnerRole role,
    RunnerState state,
    @Nullable Instant since,
    boolean busy,
    @Nullable JobRef job,
    List<String> labels,
    List<String> expectedLabels,
    String unit,
    List<Reason> reasons,
    List<Reason> badges,
    Map<String, Input> inputs,
    Map<Signal, Trend> trends,
    List<StateSpan> history) {

  /** The input with this key; {@link InputState#NOT_MEASURED} where there is none. */
  public Input input(String key) {
    Input input = inputs.get(key);
    return input == null ? Input.notMeasured(key) : input;
  }

  /** The input of a measured signal. */
  public Input input(Signal signal) {
    return input(signal.key());
  }

  /** The worst reason, if any. */
  public Optional<Reason> worstReason() {
    return reasons.stream().findFirst();
  }

  /** True where a badge with this id is set. */
  public boolean hasBadge(String id) {
    return badges.stream().anyMatch(badge -> badge.id().equals(id));
  }
}
