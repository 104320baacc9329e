package io.signalbox.ui.runbook;

import io.signalbox.model.Sample;
import io.signalbox.model.SeriesHistory;
import io.signalbox.runbook.QueryAnswer;
import io.signalbox.ui.kit.Ages;
import io.signalbox.ui.kit.Glyph;
import io.signalbox.ui.kit.Parts;
import io.signalbox.ui.kit.Tone;
import io.signalbox.ui.theme.Palette;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The answer to a query: the hour as curves, the values now as a table, or lines of a log. */
final class AnswerNode extends VBox {
  private static final int ROWS = 12;
  private static final int LINES = 40;

  AnswerNode(QueryAnswer answer, Palette colours) {
    super(8);
    getStyleClass().add("answer");
    Label from = Parts.label(answer.source() + ", " + Ages.clock(answer.at()), "caption");
    getChildren().add(from);
    if (!answer.lines().isEmpty()) {
      log(answer.lines());
      return;
    }
    List<SeriesHistory> drawn =
        answer.past().stream()
            .filter(one -> one.values().length > 1)
            .limit(CurveChart.MOST)
            .toList();
    if (!drawn.isEmpty()) {
      getChildren().add(new CurveChart(drawn, colours));
    }
    if (answer.now().isEmpty()) {
      getChildren()
          .add(
              StepCard.line(
                  Glyph.QUESTION,
                  Tone.UNKNOWN,
                  "No series fits. That is no zero: nothing of it is known.",
                  "body"));
    } else {
      table(answer.now(), drawn, colours);
    }
    if (!answer.note().isEmpty()) {
      getChildren().add(Parts.paragraph(StepCard.sentence(answer.note()), "secondary"));
    }
  }

  private void log(List<QueryAnswer.Line> lines) {
    String text =
        lines.stream()
            .skip(Math.max(0, lines.size() - LINES))
            .map(line -> Ages.clock(line.at()) + "  " + line.text())
            .collect(Collectors.joining("\n"));
    getChildren().add(Parts.paragraph(text, "short-output"));
    if (lines.size() > LINES) {
      getChildren().add(Parts.label("the newest " + LINES + " of " + lines.size(), "caption"));
    }
  }

  private void table(List<Sample> samples, List<SeriesHistory> drawn, Palette colours) {
    GridPane grid = new GridPane(12, 4);
    grid.getStyleClass().add("values");
    int row = 0;
    for (Sample sample : samples.subList(0, Math.min(ROWS, samples.size()))) {
      Label name = Parts.name(labels(sample.labels()), "mono-text");
      HBox.setHgrow(name, Priority.ALWAYS);
      GridPane.setHgrow(name, Priority.ALWAYS);
      Label value = Parts.label(number(sample.value()), "value");
      value.setMinWidth(USE_PREF_SIZE);
      int curve = curve(sample, drawn);
      grid.addRow(row++, CurveChart.key(curve, colours), name, value);
    }
    getChildren().add(grid);
    if (samples.size() > ROWS) {
      getChildren().add(Parts.label(ROWS + " of " + samples.size() + " series", "caption"));
    }
  }

  private static int curve(Sample sample, List<SeriesHistory> drawn) {
    for (int i = 0; i < drawn.size(); i++) {
      if (drawn.get(i).labels().equals(sample.labels())) {
        return i;
      }
    }
    return -1;
  }

  static String labels(Map<String, String> labels) {
    return labels.isEmpty()
        ? "the value"
        : labels.entrySet().stream()
            .map(label -> label.getKey() + "=" + label.getValue())
            .sorted()
            .collect(Collectors.joining("  "));
  }

  static String number(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e12
        ? String.format(Locale.ROOT, "%,d", (long) value)
        : String.format(Locale.ROOT, "%.4g", value);
  }
}
