package io.signalbox.demo;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the control host of a demo world keeps: versions, previews, runs and files. */
final class ControlState {
  /** How long one event of a playbook takes. */
  static final Duration EVENT = Duration.ofMillis(110);

  /** Versions whose artifact lies there. */
  static final List<String> ARTIFACTS = List.of("2.7.4", "2.8.0", "2.8.1");

  private final Clock clock;
  private final Map<String, Kept> previews = new LinkedHashMap<>();
  private final HostRuns runs = new HostRuns(this::begin);
  private final List<PlaybookRun> begun = new ArrayList<>();
  private final Map<String, String> files = new LinkedHashMap<>();
  private String current = "2.8.1";
  private String previous = "2.8.0";

  ControlState(Clock clock) {
    this.clock = clock;
  }

  /** A kept preview. */
  record Kept(long at, String meta, DemoPlaybook playbook) {}

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
    for (PlaybookRun run : begun) {
      if (!run.running() && !run.aborted() && !run.target().equals(current)) {
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

  /** The durable runs there. */
  HostRuns runs() {
    return runs;
  }

  /** Begins a run of the playbook; null for what is none, which is not simulated here. */
  private synchronized @Nullable SimulatedRun begin(HostRuns.Order order) {
    if (!order.argv().contains("ansible-playbook")) {
      return null;
    }
    String target = order.script().target();
    DemoPlaybook playbook = new DemoPlaybook(current(), target, false, now());
    PlaybookRun run = new PlaybookRun(order.id(), order.meta(), target, playbook);
    begun.add(run);
    return run;
  }

  /** Creates a file; false where there is one. */
  synchronized boolean create(String name, String text) {
    return files.putIfAbsent(name, text) == null;
  }

  synchronized Optional<String> file(String name) {
    return Optional.ofNullable(files.get(name));
  }
}
