package io.signalbox.demo;

import io.signalbox.demo.ServicePhase.State;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The states of one runner's service over all time, as the events of the fleet decide them. */
final class ServiceTimeline {
  /** How long systemd shows {@code activating} after a restart. */
  static final Duration ACTIVATING = Duration.ofMillis(2_500);

  /** How long the runner takes from its start until GitHub shows it online. */
  static final Duration SIGN_IN = Duration.ofSeconds(8);

  private static final Duration GITHUB_NOTICES = Duration.ofSeconds(10);

  private final List<ServicePhase> phases = new ArrayList<>();

  ServiceTimeline(Instant bootedAt, List<FleetEvent> events) {
    phases.add(new ServicePhase(State.ACTIVE, bootedAt, bootedAt, bootedAt));
    for (FleetEvent event : events) {
      switch (event) {
        case FleetEvent.ServiceFailed e -> add(State.FAILED, e.at(), GITHUB_NOTICES);
        case FleetEvent.ServiceStopped e -> add(State.STOPPED, e.at(), Duration.ofSeconds(1));
        case FleetEvent.ServiceRestarted e -> {
          add(State.ACTIVATING, e.at(), Duration.ZERO);
          add(State.ACTIVE, e.at().plus(ACTIVATING), SIGN_IN);
        }
        default -> {}
      }
    }
  }

  private void add(State state, Instant at, Duration githubAfter) {
    while (phases.size() > 1 && !phases.getLast().from().isBefore(at)) {
      phases.removeLast();
    }
    Instant entered = state == State.ACTIVE ? at : phases.getLast().enteredActive();
    phases.add(new ServicePhase(state, at, entered, at.plus(githubAfter)));
  }

  List<ServicePhase> phases() {
    return List.copyOf(phases);
  }

  ServicePhase at(Instant t) {
    ServicePhase found = phases.getFirst();
    for (ServicePhase phase : phases) {
      if (phase.from().isAfter(t)) {
        break;
      }
      found = phase;
    }
    return found;
  }

  /** Since when the service has not been active, or empty while it is. */
  Optional<Instant> notActiveSince(Instant t) {
    Instant since = null;
    for (ServicePhase phase : phases) {
      if (phase.from().isAfter(t)) {
        break;
      }
      if (phase.active()) {
        since = null;
      } else if (since == null) {
        since = phase.from();
      }
    }
    return Optional.ofNullable(since);
  }

  /** What GitHub shows: the newest phase whose news has reached it. */
  boolean onlineOnGitHub(Instant t) {
    boolean online = true;
    for (ServicePhase phase : phases) {
      if (!phase.githubFrom().isAfter(t)) {
        online = phase.active();
      }
    }
    return online;
  }

  /** The first instant from {@code t} on at which the runner can take a job, if there is one. */
  Optional<Instant> readyFrom(Instant t) {
    for (int i = 0; i < phases.size(); i++) {
      ServicePhase phase = phases.get(i);
      Instant open = phase.githubFrom().isAfter(t) ? phase.githubFrom() : t;
      Instant end = i + 1 < phases.size() ? phases.get(i + 1).from() : Instant.MAX;
      if (phase.active() && open.isBefore(end)) {
        return Optional.of(open);
      }
    }
    return Optional.empty();
  }

  /** When the service next leaves the active state after {@code t}, if it does. */
  Optional<Instant> interruptedAfter(Instant t) {
    return phases.stream()
        .filter(p -> !p.active() && p.from().isAfter(t))
        .map(ServicePhase::from)
        .findFirst();
  }
}
