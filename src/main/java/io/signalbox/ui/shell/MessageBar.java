package io.signalbox.ui.shell;

import io.signalbox.ui.kit.Glyph;
import io.signalbox.ui.kit.Parts;
import io.signalbox.ui.kit.Sign;
import io.signalbox.ui.kit.Tone;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** What the operator should know first, e.g. the profile's problems: the first few, then all. */
final class MessageBar extends VBox {
  private static final int FIRST = 3;
  private final List<String> messages;
  private final VBox lines = Parts.column(2);
  private boolean all;

  MessageBar(List<String> messages) {
    this.messages = messages;
    getStyleClass().add("message-bar");
    HBox.setHgrow(lines, Priority.ALWAYS);
    lines.setAlignment(Pos.CENTER_LEFT);
    HBox row = Parts.row(10, new Sign(Glyph.TRIANGLE, 13, Tone.ATTENTION), lines);
    if (messages.size() > FIRST) {
      Button more = Parts.button("", () -> {}, "small", "flat-button");
      more.setMinWidth(USE_PREF_SIZE);
      more.setText((messages.size() - FIRST) + " more");
      more.setOnAction(
          _ -> {
            all = !all;
            more.setText(all ? "Fewer" : (messages.size() - FIRST) + " more");
            fill();
          });
      row.getChildren().add(more);
    }
    row.getChildren()
        .add(
            Parts.iconButton(
                "mdi2c-close", "Hide these messages", () -> Parts.visible(this, false)));
    getChildren().add(row);
    fill();
  }

  private void fill() {
    List<String> shown = all ? messages : messages.subList(0, Math.min(FIRST, messages.size()));
    lines.getChildren().setAll(shown.stream().map(MessageBar::line).toList());
  }

  private static Label line(String text) {
    return Parts.paragraph(text, "body");
  }
}
