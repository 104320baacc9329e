package io.signalbox.ui.runbook;

import io.signalbox.profile.HostProfile;
import io.signalbox.runbook.Placeholder;
import io.signalbox.runbook.Step;
import io.signalbox.runbook.StepKind;
import io.signalbox.ui.kit.Glyph;
import io.signalbox.ui.kit.Parts;
import io.signalbox.ui.kit.Sign;
import io.signalbox.ui.kit.Tone;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The gaps of a step as fields, and the machine where none is said. FX thread only. */
final class StepForm extends VBox {
  private static final double FIELD = 240;
  private static final int MOST = 40;

  private final OpenBook book;
  private final Step step;
  private final Map<Placeholder, Row> rows = new LinkedHashMap<>();
  private final FlowPane hosts = new FlowPane(8, 8);
  private final boolean choosesHost;
  private boolean filling;

  private record Row(TextField field, Sign sign, Label source) {}

  StepForm(OpenBook book, Step step) {
    this.book = book;
    this.step = step;
    getStyleClass().add("step-form");
    choosesHost = step.kind() == StepKind.SHELL && step.targets().isEmpty();
    if (choosesHost) {
      getChildren().add(hosts);
    }
    GridPane grid = new GridPane(12, 8);
    int at = 0;
    List<Placeholder> gaps = step.placeholders();
    for (Placeholder gap : gaps.subList(0, Math.min(MOST, gaps.size()))) {
      Row row = row(gap);
      rows.put(gap, row);
      Label name = Parts.name(gap.name(), "field-label");
      name.setMaxWidth(160);
      GridPane.setHgrow(row.field(), Priority.ALWAYS);
      row.source().setMaxWidth(280);
      name.setLabelFor(row.field());
      HBox source = Parts.row(6, row.sign(), row.source());
      grid.addRow(at++, name, row.field(), source);
    }
    if (!rows.isEmpty()) {
      getChildren().add(grid);
    }
    if (gaps.size() > MOST) {
      String words =
          "%d of %d placeholders are shown; signalbox runbook run --var fills the others.";
      getChildren().add(Parts.paragraph(words.formatted(MOST, gaps.size()), "secondary"));
    }
    Parts.visible(this, choosesHost || !rows.isEmpty());
  }

  private Row row(Placeholder gap) {
    TextField field = new TextField(book.value(gap));
    field.getStyleClass().add("gap-field");
    field.setPrefWidth(FIELD);
    field.setMinWidth(160);
    field.setMaxWidth(Double.MAX_VALUE);
    field.setPromptText(gap.written());
    field.setAccessibleText("Value for " + gap.written());
    Row row =
        new Row(field, new Sign(Glyph.TRIANGLE, 12, Tone.ATTENTION), Parts.name("", "secondary"));
    var _ =
        field
            .textProperty()
            .subscribe(
                (_, _) -> {
                  if (!filling) {
                    typed(gap, field);
                  }
                });
    return row;
  }

  private void typed(Placeholder gap, TextField field) {
    if (!field.getText().equals(book.value(gap))) {
      book.type(gap.name(), field.getText());
    }
  }

  /** Shows the values as they are by now. */
  void refresh() {
    filling = true;
    rows.forEach(
        (gap, row) -> {
          String value = book.value(gap);
          if (!row.field().getText().equals(value)) {
            row.field().setText(value);
          }
          String refused = book.filled(step).refused().getOrDefault(gap.name(), "");
          boolean open = value.isBlank();
          row.sign()
              .show(
                  open || !refused.isEmpty() ? Glyph.TRIANGLE : Glyph.CHECK,
                  open || !refused.isEmpty() ? Tone.ATTENTION : Tone.QUIET);
          row.source().setText(refused.isEmpty() ? book.source(gap) : refused);
        });
    filling = false;
    if (choosesHost) {
      showHosts();
    }
  }

  /** Nothing is preselected where there is a choice. */
  private void showHosts() {
    Label word = Parts.label("Runs on", "field-label");
    hosts.getChildren().setAll(word);
    for (HostProfile host : book.hosts()) {
      Button chip = Parts.button(host.name(), () -> book.host(host.name()), "chip-button");
      if (host.name().equals(book.host())) {
        chip.getStyleClass().add("chosen");
        chip.setGraphic(new Sign(Glyph.CHECK, 10, Tone.QUIET));
      }
      hosts.getChildren().add(chip);
    }
    Parts.visible(hosts, book.hosts().size() > 1);
  }

  /** The first field without a value; the first of all where each has one. */
  void focusFirst() {
    rows.entrySet().stream()
        .filter(row -> book.value(row.getKey()).isBlank())
        .findFirst()
        .or(() -> rows.entrySet().stream().findFirst())
        .ifPresent(row -> row.getValue().field().requestFocus());
  }
}
