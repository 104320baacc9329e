package io.signalbox.ui.runbook;

import io.signalbox.model.Spoken;
import io.signalbox.runbook.Danger;
import io.signalbox.runbook.FrontMatter;
import io.signalbox.runbook.Runbook;
import io.signalbox.runbook.RunbookProgress;
import io.signalbox.runbook.Step;
import io.signalbox.runbook.StepRecord;
import io.signalbox.runbook.StepState;
import io.signalbox.runbook.StepWords;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** A runbook and the work on it in words. Pure. */
final class BookWords {
  private BookWords() {}

  /**
   * {@code critical · runner health · ops · updated 10 months ago · 15 min}; what is not said is
   * left out.
   */
  static String about(Runbook runbook, Instant now) {
    FrontMatter front = runbook.frontMatter();
    List<String> parts = new ArrayList<>();
    add(parts, "", front.severity());
    add(parts, "", front.category());
    add(parts, "owner ", front.owner());
    add(parts, "", updated(front.lastUpdated(), now));
    add(parts, "takes ", front.estimatedTime());
    return parts.isEmpty() ? "it says nothing of itself" : String.join("  ·  ", parts);
  }

  private static void add(List<String> parts, String before, String words) {
    if (!words.isBlank()) {
      parts.add(before + words);
    }
  }

  /** How long ago its author touched it; as written where that is no date. */
  static String updated(String written, Instant now) {
    if (written.isBlank()) {
      return "";
    }
    try {
      LocalDate day =
          LocalDate.parse(written.strip().substring(0, Math.min(10, written.strip().length())));
      long days = ChronoUnit.DAYS.between(day, now.atZone(ZoneOffset.UTC).toLocalDate());
      return "updated " + ago(days);
    } catch (DateTimeParseException _) {
      return "updated " + written;
    }
  }

  private static String ago(long days) {
    if (days < 0) {
      return "in the future";
    }
    if (days == 0) {
      return "today";
    }
    if (days < 60) {
      return days + (days == 1 ? " day ago" : " days ago");
    }
    return days < 730 ? days / 30 + " months ago" : days / 365 + " years ago";
  }

  /** {@code 8 steps: 5 read-only, 2 mutating, 1 destructive}. */
  static String steps(Runbook runbook) {
    List<Step> steps = runbook.steps().stream().filter(Step::runnable).toList();
    if (steps.isEmpty()) {
      return "no step that can be run";
    }
    List<String> parts = new ArrayList<>();
    for (Danger danger : Danger.values()) {
      long count = steps.stream().filter(step -> step.danger() == danger).count();
      if (count > 0) {
        parts.add(count + " " + danger.word());
      }
    }
    return count(steps.size(), "step") + ": " + String.join(", ", parts);
  }

  static String count(int count, String what) {
    return count + " " + what + (count == 1 ? "" : "s");
  }

  /** {@code 3 of 8 done, 1 skipped, 1 failed}. */
  static String done(Runbook runbook, RunbookProgress progress) {
    List<Step> steps = runbook.steps().stream().filter(Step::runnable).toList();
    if (steps.isEmpty()) {
      return "nothing to run";
    }
    long done = steps.stream().filter(step -> progress.state(step).done()).count();
    return done
        + " of "
        + steps.size()
        + " done"
        + also(steps, progress, StepState.HALF)
        + also(steps, progress, StepState.SKIPPED)
        + also(steps, progress, StepState.FAILED)
        + also(steps, progress, StepState.UNKNOWN);
  }

  private static String also(List<Step> steps, RunbookProgress progress, StepState state) {
    long count = steps.stream().filter(step -> progress.state(step) == state).count();
    return count == 0 ? "" : ", " + count + " " + state.word();
  }

  /** Who worked on it last and when; empty where nobody did. */
  static Optional<String> lastWork(RunbookProgress progress, Instant now) {
    return progress.records().values().stream()
        .flatMap(List::stream)
        .filter(record -> record.at() != null)
        .max(Comparator.comparing(StepWords::latest))
        .map(
            record ->
                "last worked on "
                    + Spoken.duration(Duration.between(StepWords.latest(record), now))
                    + " ago by "
                    + record.by());
  }

  /** What became of a step, e.g. {@code ran OK 14 min ago by mira on runner-a}. */
  static String state(RunbookProgress progress, Step step, Instant now) {
    StepState state = progress.state(step);
    StepRecord record =
        progress.records(step).stream()
            .filter(one -> one.state() == state)
            .findFirst()
            .orElse(progress.record(step));
    return switch (state) {
      case PENDING -> "";
      case RUNNING -> "running for " + since(record, now) + place(record);
      case SKIPPED ->
          "skipped " + since(record, now) + " ago by " + record.by() + ": " + record.words();
      case HALF -> {
        int all = record.hosts().size();
        yield "done on " + (all - progress.missing(step).size()) + " of " + all;
      }
      case OK, UNVERIFIED, FAILED, UNKNOWN ->
          record.hosts().size() > 1 && !progress.missing(step).isEmpty()
              ? StepWords.one(record, now) + place(record)
              : StepWords.ran(progress, step, now).orElse(state.word());
    };
  }

  private static String since(StepRecord record, Instant now) {
    return Spoken.duration(Duration.between(StepWords.latest(record), now));
  }

  private static String place(StepRecord record) {
    return record.target().isEmpty() ? "" : " on " + record.target();
  }
}
