package io.signalbox.ui.run;

import io.signalbox.action.OutputLine;
import io.signalbox.ui.kit.Ages;
import java.util.function.Supplier;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;

/**
 * A line of output: standard error is told apart by a mark, not by colour alone. A plain line is
 * one text; only one with colours or with what is searched for is put together from pieces.
 */
final class OutputCell extends ListCell<OutputLine> {
  private static final PseudoClass ERROR = PseudoClass.getPseudoClass("error");

  private final Supplier<String> wanted;
  private final HBox pieces = new HBox();

  /** Marks what {@code wanted} gives, in lower case, empty for nothing. */
  OutputCell(Supplier<String> wanted) {
    this.wanted = wanted;
    getStyleClass().add("output-line");
    pieces.getStyleClass().add("pieces");
  }

  @Override
  protected void updateItem(OutputLine line, boolean empty) {
    super.updateItem(line, empty);
    if (empty || line == null) {
      setText(null);
      setGraphic(null);
      pseudoClassStateChanged(ERROR, false);
      return;
    }
    pseudoClassStateChanged(ERROR, line.error());
    String time = Ages.clock(line.at()) + (line.error() ? " ! " : "   ");
    if (line.spans().isEmpty() && OutputSearch.find(line.text(), wanted.get(), 0) < 0) {
      setText(time + line.text());
      setGraphic(null);
      return;
    }
    setText(null);
    pieces.getChildren().setAll(piece(time));
    for (OutputSegment segment : OutputSegment.of(line, wanted.get())) {
      Label piece = piece(segment.text());
      piece.getStyleClass().addAll(segment.styleClasses());
      pieces.getChildren().add(piece);
    }
    setGraphic(pieces);
  }

  private static Label piece(String text) {
    Label piece = new Label(text);
    piece.setMinWidth(USE_PREF_SIZE);
    piece.getStyleClass().add("piece");
    return piece;
  }
}
