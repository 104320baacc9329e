package io.signalbox.ui.runbook;

import io.signalbox.model.Spoken;
import io.signalbox.runbook.Danger;
import io.signalbox.runbook.Filled;
import io.signalbox.runbook.RunbookDoor;
import io.signalbox.runbook.Step;
import io.signalbox.runbook.StepKind;
import io.signalbox.runbook.StepState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a step's card says just now.
 *
 * @param state with what runs in this session
 * @param words what became of it; empty where nothing did
 * @param target where it runs, or what is missing for that
 * @param why why it cannot run; empty when it can
 * @param press what its button says
 */
record StepFacts(
    StepState state,
    String words,
    String target,
    Danger danger,
    String reason,
    String why,
    String press,
    boolean edited) {

  static StepFacts of(OpenBook book, Step step, boolean running, Instant now) {
    Filled filled = book.filled(step);
    StepState kept = book.progress().state(step);
    StepState state = running ? StepState.RUNNING : kept;
    Danger danger = filled.judgement().danger();
    return new StepFacts(
        state,
        words(book, step, running, now),
        target(book, step),
        danger,
        filled.judgement().reason(),
        why(book, step, filled, running),
        press(book, step, state, asks(step) || danger == Danger.READ_ONLY),
        book.edited(step));
  }

  static boolean asks(Step step) {
    return step.kind() != StepKind.SHELL;
  }

  private static String words(OpenBook book, Step step, boolean running, Instant now) {
    StepRuns runs = book.known(step);
    @Nullable Instant asking = runs == null ? null : runs.asking();
    if (asking != null) {
      return "asked " + Spoken.duration(Duration.between(asking, now)) + " ago, no answer yet";
    }
    String words = BookWords.state(book.progress(), step, now);
    return running && words.isEmpty() ? "running" : words;
  }

  private static String target(OpenBook book, Step step) {
    if (asks(step)) {
      return switch (step.kind()) {
        case PROMQL -> "asked of Prometheus";
        case LOGQL -> "asked of Loki";
        case HTTP -> "shown, not sent";
        case SHELL, SHOWN -> "";
      };
    }
    RunbookDoor.Where where = book.where(step);
    return where.why().isEmpty() ? "on " + String.join(", ", where.hosts()) : "no target yet";
  }

  private static String why(OpenBook book, Step step, Filled filled, boolean running) {
    if (!step.obstacle().isEmpty()) {
      return step.obstacle();
    }
    if (running) {
      return "it is running";
    }
    String order = book.progress().obstacle(book.runbook(), step).orElse("");
    if (!order.isEmpty()) {
      return order;
    }
    if (!filled.complete()) {
      return filled.why();
    }
    return asks(step) ? "" : book.where(step).why();
  }

  private static String press(OpenBook book, Step step, StepState state, boolean looks) {
    String word =
        switch (state) {
          case PENDING, RUNNING, SKIPPED -> looks ? "Run" : "Plan";
          case HALF -> looks ? "Run the rest" : "Plan";
          case OK, UNVERIFIED, UNKNOWN -> looks ? "Run again" : "Plan again";
          case FAILED -> looks ? "Retry" : "Plan a retry";
        };
    boolean several = !asks(step) && book.where(step).hosts().size() > 1;
    return looks ? word : word + (several ? " on " + book.next(step) : "") + "…";
  }

  /** Hosts of a step in words for its panes. */
  static List<String> hosts(OpenBook book, Step step) {
    return asks(step) ? List.of() : book.where(step).hosts();
  }
}
