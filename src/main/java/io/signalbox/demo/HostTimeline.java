package io.signalbox.demo;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What the events of the fleet say about one machine: its exporters and its disk. */
final class HostTimeline {
  private final List<FleetEvent> events;

  HostTimeline(List<FleetEvent> events) {
    this.events = List.copyOf(events);
  }

  /** Since when the exporters have been gone, or empty while they answer. */
  Optional<Instant> exporterGoneSince(Instant t) {
    Instant since = null;
    for (FleetEvent event : events) {
      if (event.at().isAfter(t)) {
        continue;
      }
      if (event instanceof FleetEvent.ExporterGone gone && since == null) {
        since = gone.at();
      } else if (event instanceof FleetEvent.ExporterBack) {
        since = null;
      }
    }
    return Optional.ofNullable(since);
  }

  /** The newest event that filled the disk, if one did. */
  Optional<FleetEvent.DiskFilled> diskFilled(Instant t) {
    return events.stream()
        .filter(e -> !e.at().isAfter(t))
        .filter(FleetEvent.DiskFilled.class::isInstance)
        .map(FleetEvent.DiskFilled.class::cast)
        .reduce((first, second) -> second);
  }
}
