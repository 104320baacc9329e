package io.signalbox.ui.run;

import io.signalbox.action.OutputLine;
import io.signalbox.ui.kit.Ages;
import javafx.css.PseudoClass;
import javafx.scene.control.ListCell;

/** A line of output: standard error is told apart by a mark, not by colour alone. */
final class OutputCell extends ListCell<OutputLine> {
  private static final PseudoClass ERROR = PseudoClass.getPseudoClass("error");

  OutputCell() {
    getStyleClass().add("output-line");
  }

  @Override
  protected void updateItem(OutputLine line, boolean empty) {
    super.updateItem(line, empty);
    boolean present = !empty && line != null;
    setText(present ? Ages.clock(line.at()) + (line.error() ? " ! " : "   ") + line.text() : null);
    pseudoClassStateChanged(ERROR, present && line.error());
  }
}
