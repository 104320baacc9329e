package io.signalbox.rollback;

import io.signalbox.ansible.PlaybookTree;
import io.signalbox.ansible.PreviewReport;
import io.signalbox.snapshot.Subscription;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/**
 * What is known of rollbacks in this session, for views: the newest look at the ground, the newest
 * preview, the live tree of each run, the health board. Safe on every thread; listeners are told on
 * whatever thread the news came and have to return at once.
 */
public final class RollbackBoard {
  private static final int KEPT = 50;

  private final Map<String, PlaybookTree> trees = new LinkedHashMap<>();
  private final Map<String, Result> results = new LinkedHashMap<>();
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
  private @Nullable Ground ground;
  private @Nullable Preview preview;
  private @Nullable HealthBoard health;
  private @Nullable PartialState partial;

  /**
   * What was looked at before a plan.
   *
   * @param target the version that was asked about
   */
  public record Ground(
      String target,
      PreFlight preFlight,
      Versions versions,
      Migration migration,
      PartialState partial) {}

  /**
   * A preview that was taken.
   *
   * @param fingerprint what it is of
   * @param takenAt by this console's clock
   * @param validUntil from then on it is stale
   * @param whole the check run came to its own end
   */
  public record Preview(
      String version,
      String fingerprint,
      Instant takenAt,
      Instant validUntil,
      boolean whole,
      PreviewReport report) {}

  /**
   * How a run ended.
   *
   * @param exitCode null where there is none
   */
  public record Result(
      @Nullable Integer exitCode,
      List<io.signalbox.ansible.HostRecap> hosts,
      List<String> toRepeat) {
    /** Copies the lists. */
    public Result {
      hosts = List.copyOf(hosts);
      toRepeat = List.copyOf(toRepeat);
    }
  }

  private void told() {
    listeners.forEach(Runnable::run);
  }

  /** Tells of each change. */
  public Subscription onChange(Runnable listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }

  /** The newest look at the ground. */
  public synchronized Optional<Ground> ground() {
    return Optional.ofNullable(ground);
  }

  /** The newest preview. */
  public synchronized Optional<Preview> preview() {
    return Optional.ofNullable(preview);
  }

  /** The newest look at health. */
  public synchronized Optional<HealthBoard> health() {
    return Optional.ofNullable(health);
  }

  /** Signs of a half-done deployment as they were last looked for; empty where they never were. */
  public synchronized Optional<PartialState> partial() {
    return Optional.ofNullable(partial);
  }

  /** A run's or a preview's tree as it stands; empty where none was heard of. */
  public synchronized PlaybookTree tree(String run) {
    return trees.getOrDefault(run, PlaybookTree.EMPTY);
  }

  /** How a run ended; empty while it did not. */
  public synchronized Optional<Result> result(String run) {
    return Optional.ofNullable(results.get(run));
  }

  /** The ground was looked at. */
  public void show(Ground seen) {
    synchronized (this) {
      ground = seen;
      partial = seen.partial();
    }
    told();
  }

  /** A preview was taken, or found. */
  public void show(Preview taken) {
    synchronized (this) {
      preview = taken;
    }
    told();
  }

  /** Health was asked. */
  public void show(HealthBoard asked) {
    synchronized (this) {
      health = asked;
    }
    told();
  }

  /** Signs of a half-done deployment were looked for. */
  public void show(PartialState found) {
    synchronized (this) {
      partial = found;
    }
    told();
  }

  /** A tree grew. */
  public void show(String run, PlaybookTree tree) {
    synchronized (this) {
      keep(trees, run, tree);
    }
    told();
  }

  /** A run ended. */
  public void show(String run, Result result) {
    synchronized (this) {
      keep(results, run, result);
    }
    told();
  }

  private static <T> void keep(Map<String, T> kept, String run, T value) {
    kept.put(run, value);
    if (kept.size() > KEPT) {
      kept.remove(kept.keySet().iterator().next());
    }
  }
}
