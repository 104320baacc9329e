package io.signalbox.ui.fleet;

import io.signalbox.model.Input;
import io.signalbox.model.InputState;
import io.signalbox.model.JobRef;
import io.signalbox.model.Reason;
import io.signalbox.model.RunnerState;
import io.signalbox.model.RunnerTruth;
import io.signalbox.model.Signal;
import io.signalbox.profile.Thresholds;
import io.signalbox.ui.kit.Ages;
import io.signalbox.ui.kit.HistoryStrip;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Everything a tile shows, in words and shares: pure, and equal when nothing on the tile would
 * change, so that an equal face is not drawn again.
 *
 * @param word the state in words, with what belongs to it
 * @param detail the second line: the job, or the worst reason
 * @param checkIn age of the last check-in
 * @param checkInKnown false where no check-in is known
 * @param badges ids of the notes beside the state
 */
record TileFace(
    String name,
    String role,
    RunnerState state,
    String word,
    String detail,
    List<Meter> meters,
    String checkIn,
    boolean checkInKnown,
    List<String> badges,
    List<HistoryStrip.Piece> history) {

  static TileFace of(RunnerTruth runner, Thresholds limits, Instant now) {
    return new TileFace(
        runner.name(),
        runner.role().word(),
        runner.state(),
        word(runner, now),
        detail(runner, now),
        List.of(
            Meter.of(runner, Signal.CPU, limits.cpuPercent()),
            Meter.of(runner, Signal.MEMORY, limits.memoryPercent()),
            Meter.of(runner, Signal.DISK, limits.diskPercent())),
        checkIn(runner, now),
        checkInAt(runner) != null,
        runner.badges().stream().map(Reason::id).toList(),
        HistoryStrip.pieces(runner.history(), now));
  }

  /** True when any number on the tile is too old to act on. */
  boolean stale() {
    return meters.stream().anyMatch(Meter::stale);
  }

  private static String word(RunnerTruth runner, Instant now) {
    String state = runner.state().word();
    Instant since = runner.since();
    return switch (runner.state()) {
      case ONLINE -> state;
      case BUSY -> {
        JobRef job = runner.job();
        yield job == null ? "busy, job not known" : "busy: " + job.job();
      }
      case DEGRADED, UNKNOWN, OFFLINE -> {
        String age = since == null ? "" : " " + Ages.since(since, now);
        JobRef job = runner.job();
        String busy = !runner.busy() ? "" : job == null ? ", busy" : ", busy: " + job.job();
        yield state + age + busy;
      }
    };
  }

  private static String detail(RunnerTruth runner, Instant now) {
    if (runner.state() == RunnerState.BUSY) {
      JobRef job = runner.job();
      if (job == null) {
        return "";
      }
      Instant started = job.startedAt();
      return job.workflow()
          + (started == null ? "" : ", for " + Ages.exact(Duration.between(started, now)));
    }
    return runner
        .worstReason()
        .map(Reason::text)
        .orElse(runner.host().isEmpty() ? "host not known" : "on " + runner.host());
  }

  private static @org.jspecify.annotations.Nullable Instant checkInAt(RunnerTruth runner) {
    Input input = runner.input(Signal.LAST_CHECK_IN);
    Double number = input.number();
    return number == null || input.state() == InputState.NOT_MEASURED
        ? null
        : Instant.ofEpochSecond(number.longValue());
  }

  private static String checkIn(RunnerTruth runner, Instant now) {
    Instant at = checkInAt(runner);
    if (at == null) {
      return "no check-in known";
    }
    Input input = runner.input(Signal.LAST_CHECK_IN);
    Duration read = input.age(now);
    String ago = "checked in " + Ages.since(at, now) + " ago";
    return input.fresh() || read == null ? ago : Ages.of(read) + " old: " + ago;
  }
}
