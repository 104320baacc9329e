package io.signalbox.ui.run;

import io.signalbox.action.Evidence;
import io.signalbox.action.RunStep;
import io.signalbox.action.Verdict;
import io.signalbox.ui.kit.Ages;
import io.signalbox.ui.kit.Glyph;
import io.signalbox.ui.kit.Parts;
import io.signalbox.ui.kit.Sign;
import io.signalbox.ui.kit.Tone;
import io.signalbox.ui.kit.VerdictLook;
import java.time.Duration;
import java.time.Instant;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** A line of the run view: a step or a piece of evidence. */
final class StepRow {
  private StepRow() {}

  /**
   * A step.
   *
   * @param over the run has ended: what has not begun will not
   */
  static HBox of(RunStep step, Instant now, boolean over) {
    Verdict verdict = step.verdict();
    Instant started = step.startedAt();
    Instant ended = step.endedAt();
    String time =
        started == null
            ? over ? "not begun" : "queued"
            : Ages.exact(Duration.between(started, ended == null ? now : ended));
    Glyph waits = over ? Glyph.SKIP : Glyph.CLOCK;
    Glyph glyph =
        verdict != null ? VerdictLook.glyph(verdict) : started == null ? waits : Glyph.PLAY;
    Tone tone =
        verdict != null ? VerdictLook.tone(verdict) : started == null ? Tone.QUIET : Tone.ACCENT;
    return row(glyph, tone, step.name(), (verdict == null ? "" : verdict.words() + ", ") + time);
  }

  static HBox of(Evidence evidence) {
    Glyph glyph =
        switch (evidence.result()) {
          case PROVED -> Glyph.CHECK;
          case DISPROVED -> Glyph.CROSS;
          case NOT_READABLE -> Glyph.QUESTION;
        };
    Tone tone =
        switch (evidence.result()) {
          case PROVED -> Tone.OK;
          case DISPROVED -> Tone.DANGER;
          case NOT_READABLE -> Tone.UNKNOWN;
        };
    return row(
        glyph,
        tone,
        evidence.what(),
        evidence.result().word() + ": " + evidence.observed() + ", " + Ages.clock(evidence.at()));
  }

  private static HBox row(Glyph glyph, Tone tone, String first, String second) {
    Label name = Parts.paragraph(first, "body");
    Label note = Parts.paragraph(second, "secondary");
    VBox words = Parts.column(0, name, note);
    words.setMinWidth(0);
    HBox.setHgrow(words, Priority.ALWAYS);
    HBox row = new HBox(8, new Sign(glyph, 13, tone), words);
    row.getStyleClass().add("step-row");
    return row;
  }
}
