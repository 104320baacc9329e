package io.signalbox.ui.rollback;

import io.signalbox.ui.kit.Glyph;
import io.signalbox.ui.kit.Parts;
import io.signalbox.ui.kit.Sign;
import io.signalbox.ui.kit.Tone;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/**
 * A line of a tree: fold mark, sign and word of its state, name, note; a diff line has its sign.
 */
final class RowCell extends ListCell<Row> {
  private static final double STEP = 16;
  private static final List<PseudoClass> KINDS =
      List.of(Row.Kind.values()).stream()
          .map(kind -> PseudoClass.getPseudoClass(kind.name().toLowerCase(Locale.ROOT)))
          .toList();

  private final Region inset = new Region();
  private final Label fold = Parts.label("", "fold-mark");
  private final Sign sign = new Sign(Glyph.CHECK, 12, Tone.QUIET);
  private final Label word = Parts.label("", "row-word");
  private final Label text = Parts.name("", "row-text");
  private final Label note = Parts.label("", "row-note");
  private final Tooltip tip = new Tooltip();
  private final HBox line = Parts.row(6, inset, fold, sign, word, text, note);

  RowCell(double words, Consumer<Row> toggle) {
    getStyleClass().add("tree-row");
    word.setMinWidth(words);
    word.setPrefWidth(words);
    fold.setMinWidth(10);
    fold.setPrefWidth(10);
    HBox.setHgrow(text, Priority.ALWAYS);
    text.setMaxWidth(Double.MAX_VALUE);
    text.setTooltip(null);
    note.setMinWidth(0);
    tip.setWrapText(true);
    tip.setMaxWidth(520);
    tip.setShowDelay(javafx.util.Duration.millis(350));
    setPrefWidth(0);
    setOnMouseClicked(
        event -> {
          Row row = getItem();
          if (row != null && event.getButton() == MouseButton.PRIMARY) {
            toggle.accept(row);
          }
        });
  }

  @Override
  protected void updateItem(Row row, boolean empty) {
    super.updateItem(row, empty);
    for (int i = 0; i < KINDS.size(); i++) {
      pseudoClassStateChanged(KINDS.get(i), !empty && row != null && row.kind().ordinal() == i);
    }
    if (empty || row == null) {
      setGraphic(null);
      setTooltip(null);
      setAccessibleText(null);
      return;
    }
    double in = row.depth() * STEP;
    inset.setMinWidth(in);
    inset.setPrefWidth(in);
    fold.setText(mark(row));
    Look look = row.look();
    Parts.visible(sign, look != null);
    Parts.visible(word, look != null);
    if (look != null) {
      sign.show(look.glyph(), look.tone());
      word.setText(look.word());
      Tone.apply(word, look.tone());
    }
    text.setText(row.text());
    note.setText(row.note());
    Parts.visible(note, !row.note().isEmpty());
    tip.setText(row.note().isEmpty() ? row.text() : row.text() + "\n" + row.note());
    setTooltip(row.kind().diff() && row.text().length() < 60 ? null : tip);
    setAccessibleText((look == null ? "" : look.word() + ", ") + mark(row) + " " + row.text());
    setGraphic(line);
  }

  private static String mark(Row row) {
    return switch (row.kind()) {
      case ADDED -> "+";
      case REMOVED -> "−";
      default ->
          switch (row.fold()) {
            case OPEN -> "▾";
            case CLOSED -> "▸";
            case NONE -> "";
          };
    };
  }
}
