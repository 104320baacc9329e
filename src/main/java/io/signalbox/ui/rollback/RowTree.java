package io.signalbox.ui.rollback;

import io.signalbox.ui.kit.Parts;
import io.signalbox.ui.rollback.Row.Fold;
import java.util.List;
import java.util.function.Predicate;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/**
 * A tree as a list of lines: only those in sight have nodes, so its cost does not grow with the
 * playbook. Right and Enter open, Left closes. FX thread only.
 */
final class RowTree extends VBox {
  private static final double LINE = 24;

  private final RowList rows = new RowList();
  private final ListView<Row> list = new ListView<>(rows);
  private final Label placeholder = Parts.paragraph("", "secondary");
  private final Folds folds;
  private final Runnable onFold;
  private boolean following = true;

  /**
   * An empty one.
   *
   * @param words how wide the column of states is, so that names stand below each other
   * @param onFold asks for the lines anew after something was opened or closed
   */
  RowTree(String name, double words, Folds folds, Runnable onFold) {
    this.folds = folds;
    this.onFold = onFold;
    getStyleClass().add("row-tree");
    list.setAccessibleText(name);
    list.getStyleClass().add("tree-rows");
    list.setFixedCellSize(LINE);
    list.setCellFactory(_ -> new RowCell(words, this::toggle));
    placeholder.getStyleClass().add("tree-placeholder");
    list.setPlaceholder(placeholder);
    list.setMinHeight(5 * LINE);
    VBox.setVgrow(list, Priority.ALWAYS);
    getChildren().add(list);
    list.addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
    list.addEventFilter(
        ScrollEvent.SCROLL, event -> following = following && event.getDeltaY() <= 0);
  }

  /** Shows these lines; the words stand there while there is none. */
  void show(List<Row> next, String empty) {
    placeholder.setText(empty);
    rows.show(next);
  }

  /** Brings the line with this key into sight, unless the operator has scrolled away. */
  void follow(String prefix) {
    if (!following) {
      return;
    }
    for (int i = rows.size() - 1; i >= 0; i--) {
      if (rows.get(i).key().startsWith(prefix)) {
        list.scrollTo(Math.max(0, i - 4));
        return;
      }
    }
  }

  /** Brings the first such line into sight, if there is one. */
  void reveal(Predicate<Row> wanted) {
    for (int i = 0; i < rows.size(); i++) {
      if (wanted.test(rows.get(i))) {
        list.scrollTo(Math.max(0, i - 3));
        return;
      }
    }
  }

  private void toggle(Row row) {
    if (row.fold() != Fold.NONE) {
      fold(row, row.fold() == Fold.CLOSED);
    }
  }

  private void fold(Row row, boolean open) {
    folds.set(row.key(), open);
    onFold.run();
  }

  private void onKey(KeyEvent event) {
    Row row = list.getSelectionModel().getSelectedItem();
    if (row == null || row.fold() == Fold.NONE) {
      return;
    }
    switch (event.getCode()) {
      case RIGHT -> fold(row, true);
      case LEFT -> fold(row, false);
      case ENTER, SPACE -> toggle(row);
      default -> {
        return;
      }
    }
    event.consume();
  }

  List<Row> rows() {
    return List.copyOf(rows);
  }

  ListView<Row> list() {
    return list;
  }
}
