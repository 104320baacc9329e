package io.signalbox.runbook;

import io.signalbox.model.Spoken;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What became of a step, in words for the operator. Pure. */
public final class StepWords {
  private StepWords() {}

  /** {@code ran OK 14 min ago by ana on runner-a, run again?}; empty where it never ran. */
  static Optional<String> again(RunbookProgress progress, Step step, Instant now) {
    return ran(progress, step, now).map(words -> words + ", run again?");
  }

  /**
   * How it ended last, e.g. {@code ran OK 14 min ago by ana on runner-a}; of several machines each
   * that did not end alike. Empty where it never ran or is skipped.
   */
  public static Optional<String> ran(RunbookProgress progress, Step step, Instant now) {
    StepRecord last = progress.record(step);
    if (last.endedAt() == null || last.state() == StepState.SKIPPED) {
      return Optional.empty();
    }
    List<String> missing = progress.missing(step);
    if (last.hosts().size() < 2) {
      return Optional.of(one(last, now) + on(List.of(last.target())));
    }
    if (missing.isEmpty()) {
      StepRecord oldest =
          last.hosts().stream()
              .map(host -> progress.record(step, host))
              .min(Comparator.comparing(StepWords::latest))
              .orElse(last);
      boolean unverified = progress.state(step) == StepState.UNVERIFIED;
      String how = unverified ? "ran, not verified, " : "ran OK ";
      return Optional.of(how + ago(oldest, now) + on(last.hosts()));
    }
    StringBuilder words = new StringBuilder();
    for (String host : last.hosts()) {
      StepRecord found = progress.record(step, host);
      words.append(words.isEmpty() ? "" : "; ").append(host).append(": ");
      words.append(found.endedAt() == null ? found.state().word() : one(found, now));
    }
    return Optional.of(words.toString());
  }

  /** Of one machine, without its name; its state where it has not ended. */
  public static String one(StepRecord record, Instant now) {
    if (record.endedAt() == null) {
      return record.state().word();
    }
    return how(record.state()) + ago(record, now);
  }

  private static String how(StepState state) {
    return switch (state) {
      case OK -> "ran OK ";
      case UNVERIFIED -> "ran, not verified, ";
      case FAILED -> "failed ";
      case SKIPPED -> "skipped ";
      case PENDING, RUNNING, HALF, UNKNOWN -> "ran with an unknown outcome ";
    };
  }

  private static String ago(StepRecord record, Instant now) {
    return Spoken.duration(Duration.between(latest(record), now)) + " ago by " + record.by();
  }

  private static String on(List<String> hosts) {
    String names = String.join(", ", hosts);
    return names.isEmpty() ? "" : " on " + names;
  }

  /** When something was known of it last. */
  public static Instant latest(StepRecord record) {
    Instant ended = record.endedAt();
    Instant began = record.at();
    return ended != null ? ended : began != null ? began : Instant.EPOCH;
  }
}
