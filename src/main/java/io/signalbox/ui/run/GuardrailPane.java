package io.signalbox.ui.run;

import io.signalbox.model.GuardrailReading;
import io.signalbox.ui.kit.Glyph;
import io.signalbox.ui.kit.Parts;
import io.signalbox.ui.kit.Sign;
import io.signalbox.ui.kit.Tone;
import io.signalbox.ui.theme.Palette;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The guardrails of a run side by side: sign, value, bound, baseline, and the looks so far. */
final class GuardrailPane extends HBox {
  private List<GuardrailReading> shown = List.of();
  private @Nullable Palette worn;

  GuardrailPane() {
    super(12);
    getStyleClass().add("guardrails");
    Parts.visible(this, false);
  }

  void show(List<GuardrailReading> watched, Palette palette) {
    if (watched.equals(shown) && palette.equals(worn)) {
      return;
    }
    shown = watched;
    worn = palette;
    Parts.visible(this, !watched.isEmpty());
    getChildren()
        .setAll(GuardrailSeries.of(watched).stream().map(one -> box(one, palette)).toList());
  }

  private static Node box(GuardrailSeries series, Palette palette) {
    GuardrailReading last = series.last();
    boolean read = last.value() != null;
    boolean over = last.breached();
    Sign sign =
        new Sign(
            over ? Glyph.TRIANGLE : read ? Glyph.CHECK : Glyph.QUESTION,
            12,
            over ? Tone.DANGER : read ? Tone.QUIET : Tone.UNKNOWN);
    Label name = Parts.name(series.name(), "body-strong");
    name.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(name, Priority.ALWAYS);
    Label word =
        Parts.label(over ? "breached" : read ? "within bounds" : "not readable", "secondary");
    word.setMinWidth(USE_PREF_SIZE);
    Tone.apply(word, over ? Tone.DANGER : read ? Tone.QUIET : Tone.UNKNOWN);
    Label words = Parts.label(series.words(), "caption");
    words.setMinWidth(0);
    Parts.tip(words, series.last().words());
    VBox box =
        Parts.column(4, Parts.row(6, sign, name), word, new GuardrailPlot(series, palette), words);
    box.getStyleClass().add("guardrail");
    box.setMinWidth(0);
    box.setPrefWidth(120);
    HBox.setHgrow(box, Priority.ALWAYS);
    return box;
  }
}
