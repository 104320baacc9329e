package io.signalbox.ui.run;

import io.signalbox.action.OutputLine;
import io.signalbox.ui.kit.Ages;
import java.util.ArrayList;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;

/**
 * A line of output: standard error is told apart by a mark, not by colour alone. A plain line is
 * one text; only one with colours or with what is searched for is put together from pieces. FX
 * thread only.
 */
final class OutputRow extends HBox {
  private static final PseudoClass ERROR = PseudoClass.getPseudoClass("error");
  private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");

  private final List<Label> pieces = new ArrayList<>();
  private @Nullable OutputLine line;
  private String wanted = "";
  private int number = -1;
  private boolean selected;
  private boolean restyled;

  OutputRow() {
    getStyleClass().add("output-line");
    setAlignment(Pos.CENTER_LEFT);
    setManaged(false);
    setAccessibleRole(AccessibleRole.LIST_ITEM);
  }

  /**
   * Shows a line, measurable at once; styles are looked up anew only where they are other ones.
   *
   * @return true where anything but its marking is new
   */
  boolean show(int place, OutputLine now, String searched, boolean marked) {
    number = place;
    if (marked != selected) {
      selected = marked;
      pseudoClassStateChanged(SELECTED, marked);
    }
    if (now.equals(line) && searched.equals(wanted)) {
      return false;
    }
    restyled = line == null || line.error() != now.error();
    line = now;
    wanted = searched;
    pseudoClassStateChanged(ERROR, now.error());
    String time = Ages.clock(now.at()) + (now.error() ? " ! " : "   ");
    if (now.spans().isEmpty() && OutputSearch.find(now.text(), searched, 0) < 0) {
      put(0, time + now.text(), List.of("piece"));
      cut(1);
    } else {
      put(0, time, List.of("piece"));
      List<OutputSegment> segments = OutputSegment.of(now, searched);
      for (int i = 0; i < segments.size(); i++) {
        put(i + 1, segments.get(i).text(), segments.get(i).styleClasses());
      }
      cut(segments.size() + 1);
    }
    setAccessibleText(time + now.text());
    if (restyled) {
      applyCss();
    }
    return true;
  }

  /** The number of the line shown here. */
  int number() {
    return number;
  }

  private void put(int place, String text, List<String> styleClasses) {
    if (place == pieces.size()) {
      Label piece = new Label();
      piece.setMinWidth(USE_PREF_SIZE);
      pieces.add(piece);
      getChildren().add(piece);
      restyled = true;
    }
    Label piece = pieces.get(place);
    piece.setText(text);
    if (!piece.getStyleClass().equals(styleClasses)) {
      piece.getStyleClass().setAll(styleClasses);
      restyled = true;
    }
  }

  private void cut(int length) {
    if (length < pieces.size()) {
      pieces.subList(length, pieces.size()).clear();
      getChildren().remove(length, getChildren().size());
    }
  }

  @Override
  public @Nullable Object queryAccessibleAttribute(
      AccessibleAttribute attribute, @Nullable Object... parameters) {
    return switch (attribute) {
      case INDEX -> number;
      case SELECTED -> selected;
      default -> super.queryAccessibleAttribute(attribute, parameters);
    };
  }
}
