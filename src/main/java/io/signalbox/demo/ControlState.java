package io.signalbox.demo;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the control host of a demo world keeps: versions, previews, runs and files. */
final class ControlState {
  /** How long one event of a playbook takes. */
  static final Duration EVENT = Duration.ofMillis(110);

  /** Versions whose artifact lies there. */
  static final List<String> ARTIFACTS = List.of("2.7.4", "2.8.0", "2.8.1");

  private final Clock clock;
  private final Map<String, Kept> previews = new LinkedHashMap<>();
  private final Map<String, Begun> runs = new LinkedHashMap<>();
  private final Map<String, Hold> holds = new LinkedHashMap<>();
  private final Map<String, String> files = new LinkedHashMap<>();
  private String current = "2.8.1";
  private String previous = "2.8.0";
  private long token;

  ControlState(Clock clock) {
    this.clock = clock;
  }

  /** Who has the environment's lock. */
  record Holder(String id, String meta) {}

  /**
   * The lock kept for a run on another host, until it is released or this moment in nanoseconds.
   */
  private record Hold(Holder holder, long until) {}

  /** A kept preview. */
  record Kept(long at, String meta, DemoPlaybook playbook) {}

  /**
   * A run.
   *
   * @param start nanoseconds
   * @param abortedAt nanoseconds, null while nobody ended it
   */
  record Begun(
      String id,
      String meta,
      String target,
      DemoPlaybook playbook,
      long start,
      @Nullable Long abortedAt) {
    /** How many events there are by now. */
    int events() {
      long until = abortedAt == null ? System.nanoTime() : abortedAt;
      long done = (until - start) / EVENT.toNanos();
      return (int) Math.min(playbook.events().size(), Math.max(0, done));
    }

    boolean over() {
      return abortedAt != null || events() == playbook.events().size();
    }
  }

  long seconds() {
    return clock.instant().getEpochSecond();
  }

  Instant now() {
    return clock.instant();
  }

  /** The version that answers now. */
  synchronized String current() {
    settle();
    return current;
  }

  synchronized String previous() {
    settle();
    return previous;
  }

  private void settle() {
    for (Begun run : runs.values()) {
      if (run.over() && run.abortedAt() == null && !run.target().equals(current)) {
        previous = current;
        current = run.target();
      }
    }
  }

  synchronized Optional<Kept> preview(String print) {
    return Optional.ofNullable(previews.get(print));
  }

  synchronized Optional<Kept> newest() {
    return previews.values().stream().reduce((one, other) -> other);
  }

  synchronized Kept keep(String print, String meta, DemoPlaybook playbook) {
    Kept kept = new Kept(seconds(), meta, playbook);
    previews.remove(print);
    previews.put(print, kept);
    return kept;
  }

  synchronized long token() {
    return token;
  }

  synchronized List<Begun> runs() {
    return List.copyOf(runs.values());
  }

  synchronized Optional<Begun> run(String id) {
    return Optional.ofNullable(runs.get(id));
  }

  /** The run that has the lock, here or on another host. */
  synchronized Optional<Holder> holder() {
    holds.values().removeIf(hold -> System.nanoTime() - hold.until() >= 0);
    return Stream.concat(
            runs.values().stream()
                .filter(run -> !run.over())
                .map(run -> new Holder(run.id(), run.meta())),
            holds.values().stream().map(Hold::holder))
        .findFirst();
  }

  /** Keeps the lock for a run on another host. */
  synchronized void hold(Holder holder, long given, Duration limit) {
    token = given;
    holds.putIfAbsent(holder.id(), new Hold(holder, System.nanoTime() + limit.toNanos()));
  }

  synchronized void release(String id) {
    holds.remove(id);
  }

  synchronized Begun begin(String id, String meta, String target, long given) {
    Begun known = runs.get(id);
    if (known != null) {
      return known;
    }
    token = given;
    DemoPlaybook playbook = new DemoPlaybook(current(), target, false, now());
    Begun run = new Begun(id, meta, target, playbook, System.nanoTime(), null);
    runs.put(id, run);
    return run;
  }

  synchronized void abort(String id) {
    runs.computeIfPresent(
        id,
        (_, run) ->
            run.over()
                ? run
                : new Begun(
                    id, run.meta(), run.target(), run.playbook(), run.start(), System.nanoTime()));
  }

  /** Creates a file; false where there is one. */
  synchronized boolean create(String name, String text) {
    return files.putIfAbsent(name, text) == null;
  }

  synchronized Optional<String> file(String name) {
    return Optional.ofNullable(files.get(name));
  }
}
