package io.signalbox.snapshot;

import io.signalbox.model.GithubReading;
import io.signalbox.model.GithubRunner;
import io.signalbox.model.SourceKind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * GitHub's own answer within a snapshot, before it was reconciled with others: for those to whom
 * the time of the answer matters.
 *
 * @param reading the newest answer, however old; null where there never was one
 */
public record GithubSight(SourceHealth health, @Nullable GithubReading reading) {
  /** The snapshot's GitHub source; empty where it has none. */
  public static Optional<GithubSight> in(Snapshot snapshot) {
    return snapshot.sources().stream()
        .filter(health -> health.id().kind() == SourceKind.GITHUB)
        .findFirst()
        .map(GithubSight::of);
  }

  private static GithubSight of(SourceHealth health) {
    Reading<?> reading = health.state().reading();
    return new GithubSight(
        health, reading != null && reading.value() instanceof GithubReading value ? value : null);
  }

  /** True for an answer of now without a gap: what is not in it is not there. */
  public boolean whole() {
    return health.state().fresh() && !health.partial();
  }

  /** The runner of this name in the newest answer; the first where several places have one. */
  public Optional<GithubRunner> runner(String name) {
    return named(name).stream().findFirst();
  }

  /** All runners of this name: a name is unique only where it is registered. */
  public List<GithubRunner> named(String name) {
    return reading == null
        ? List.of()
        : reading.runners().stream().filter(runner -> runner.name().equals(name)).toList();
  }

  /** All runners of the newest answer. */
  public List<GithubRunner> runners() {
    return reading == null ? List.of() : reading.runners();
  }

  /** The names of all runners, each once. */
  public List<String> names() {
    return runners().stream().map(GithubRunner::name).distinct().toList();
  }

  /** Age of the newest answer, null where there never was one. */
  public @Nullable Duration age(Instant now) {
    return health.age(now);
  }
}
