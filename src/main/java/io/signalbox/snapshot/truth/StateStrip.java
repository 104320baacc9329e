package io.signalbox.snapshot.truth;

import io.signalbox.model.RunnerState;
import io.signalbox.model.StateSpan;
import io.signalbox.model.Trend;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The last hour of a runner: what this console saw itself and, before that, what the service
 * signal's history tells. Where neither says anything there is a gap.
 */
final class StateStrip {
  private static final Duration SHOWN = Duration.ofMinutes(60);
  private static final long LONGEST_STEP_SECONDS = 75;

  private StateStrip() {}

  static List<StateSpan> of(@Nullable Trend status, List<StateSpan> observed, Instant now) {
    Instant oldest = now.minus(SHOWN);
    Instant observedFrom = observed.isEmpty() ? now : observed.getFirst().from();
    List<StateSpan> strip = new ArrayList<>();
    if (status != null) {
      fromHistory(status, oldest, observedFrom, strip);
    }
    for (StateSpan span : observed) {
      if (span.to().isAfter(oldest)) {
        strip.add(span.from().isBefore(oldest) ? from(span, oldest) : span);
      }
    }
    return List.copyOf(strip);
  }

  private static StateSpan from(StateSpan span, Instant start) {
    return new StateSpan(start, span.to(), span.state(), span.observed());
  }

  private static void fromHistory(
      Trend status, Instant oldest, Instant end, List<StateSpan> strip) {
    StateSpan open = null;
    for (int i = 0; i < status.size(); i++) {
      Instant at = Instant.ofEpochSecond(status.seconds()[i]);
      if (at.isBefore(oldest) || !at.isBefore(end)) {
        continue;
      }
      RunnerState state = status.values()[i] >= 1 ? RunnerState.ONLINE : RunnerState.OFFLINE;
      boolean joined =
          open != null && at.getEpochSecond() - open.to().getEpochSecond() <= LONGEST_STEP_SECONDS;
      if (open != null && joined && open.state() == state) {
        open = new StateSpan(open.from(), at, state, false);
      } else {
        if (open != null) {
          strip.add(joined ? new StateSpan(open.from(), at, open.state(), false) : open);
        }
        open = new StateSpan(at, at, state, false);
      }
    }
    if (open != null) {
      boolean reaches = Duration.between(open.to(), end).toSeconds() <= LONGEST_STEP_SECONDS;
      strip.add(reaches ? new StateSpan(open.from(), end, open.state(), false) : open);
    }
  }
}
