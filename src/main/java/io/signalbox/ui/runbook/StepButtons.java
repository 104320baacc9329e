package io.signalbox.ui.runbook;

import io.signalbox.runbook.Step;
import io.signalbox.runbook.StepState;
import io.signalbox.ui.kit.Glyph;
import io.signalbox.ui.kit.Parts;
import io.signalbox.ui.kit.Tone;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** What can be pressed on a step, and why not. FX thread only. */
final class StepButtons extends VBox {
  private final Workbench bench;
  private final OpenBook book;
  private final Step step;
  private final Button run;
  private final Button skip;
  private final Button takeUp;
  private final VBox words = Parts.column(4);
  private final TextField reason = new TextField();
  private final HBox skipping;

  StepButtons(Workbench bench, OpenBook book, Step step) {
    this.bench = bench;
    this.book = book;
    this.step = step;
    getStyleClass().add("step-buttons");
    run = Parts.button("Run", () -> bench.press(book, step), "accent-button", "run-step");
    skip = Parts.button("Skip…", this::askReason, "flat-button", "skip-step");
    takeUp = Parts.button("Take up again", () -> bench.takeUp(book, step), "flat-button");
    reason.setPromptText("Why is it skipped?");
    reason.setAccessibleText("Reason for skipping step " + step.number());
    reason.getStyleClass().add("skip-reason");
    HBox.setHgrow(reason, Priority.ALWAYS);
    reason.setOnKeyPressed(
        event -> {
          if (event.getCode() == KeyCode.ENTER) {
            skipNow();
            event.consume();
          } else if (event.getCode() == KeyCode.ESCAPE) {
            leave();
            event.consume();
          }
        });
    skipping =
        Parts.row(
            8,
            reason,
            Parts.button("Skip step " + step.number(), this::skipNow),
            Parts.button("Cancel", this::leave, "flat-button"));
    Parts.visible(skipping, false);
    getChildren().addAll(words, Parts.row(8, run, skip, takeUp), skipping);
  }

  void refresh(StepFacts facts) {
    StepRuns runs = book.known(step);
    String message = runs == null ? "" : runs.message();
    words.getChildren().clear();
    boolean blocked = !facts.why().isEmpty() && facts.state() != StepState.RUNNING;
    if (blocked) {
      words
          .getChildren()
          .add(
              StepCard.line(
                  Glyph.PAUSE, Tone.QUIET, "Cannot run: " + facts.why() + ".", "step-why"));
    } else if (!message.isEmpty()) {
      words
          .getChildren()
          .add(StepCard.line(Glyph.CROSS, Tone.DANGER, StepCard.sentence(message), "step-why"));
    }
    if (facts.state() == StepState.HALF) {
      String missing = "Not yet on " + String.join(", ", book.progress().missing(step)) + ".";
      words.getChildren().add(StepCard.line(Glyph.HALF, Tone.ACCENT, missing, "step-why"));
    }
    if (facts.state().done()) {
      String again = book.progress().again(step, bench.live().now()).orElse("");
      if (!again.isEmpty()) {
        words
            .getChildren()
            .add(StepCard.line(Glyph.CLOCK, Tone.QUIET, StepCard.sentence(again), "step-why"));
      }
    }
    Parts.visible(words, !words.getChildren().isEmpty());
    run.setText(facts.press() + (book.focused() == step.number() ? "   R" : ""));
    run.setDisable(!facts.why().isEmpty());
    boolean open =
        facts.state() == StepState.PENDING
            || facts.state() == StepState.HALF
            || facts.state() == StepState.FAILED
            || facts.state() == StepState.UNKNOWN;
    Parts.visible(skip, open && !skipping.isVisible());
    Parts.visible(takeUp, facts.state() == StepState.SKIPPED);
    Parts.visible(run, facts.state() != StepState.SKIPPED);
  }

  /** Asks for the reason. */
  void askReason() {
    Parts.visible(skipping, true);
    Parts.visible(skip, false);
    reason.requestFocus();
  }

  private void skipNow() {
    if (reason.getText().isBlank()) {
      reason.setPromptText("Say why: it is kept with the step");
      reason.requestFocus();
      return;
    }
    bench.skip(book, step, reason.getText());
    leave();
  }

  private void leave() {
    Parts.visible(skipping, false);
    reason.clear();
    run.requestFocus();
    book.changedNow();
  }

  Button run() {
    return run;
  }
}
