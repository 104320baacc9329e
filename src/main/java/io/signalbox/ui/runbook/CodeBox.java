package io.signalbox.ui.runbook;

import io.signalbox.ui.kit.Parts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.StackPane;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.jspecify.annotations.Nullable;

/**
 * Code: comments, commands and gaps told apart; a gap shows the value that goes there, or that none
 * does. What is very long scrolls within itself. FX thread only.
 */
final class CodeBox extends StackPane {
  /** Lines that are shown at once. */
  static final int TALLEST = 60;

  /** As many characters are laid out at once; more would take longer than a frame. */
  static final int MOST = 12_000;

  private static final double LINE = 20;
  private static final int SLICE = 90;

  private final List<List<CodeText.Bit>> lines;
  private final boolean scrolls;
  private @Nullable Map<String, String> shown;

  CodeBox(List<List<CodeText.Bit>> lines) {
    this.lines = lines;
    scrolls =
        lines.size() > TALLEST
            || lines.stream().flatMap(List::stream).mapToInt(bit -> bit.text().length()).sum()
                > MOST;
    getStyleClass().add("code-box");
  }

  /** Shows it with these values in its gaps. */
  void show(Map<String, String> values) {
    if (scrolls) {
      if (getChildren().isEmpty()) {
        getChildren().add(list());
      }
      return;
    }
    if (values.equals(shown)) {
      return;
    }
    shown = Map.copyOf(values);
    TextFlow flow = new TextFlow();
    flow.getStyleClass().add("code-flow");
    for (int i = 0; i < lines.size(); i++) {
      for (CodeText.Bit bit : lines.get(i)) {
        flow.getChildren().add(node(bit, values));
      }
      if (i < lines.size() - 1) {
        flow.getChildren().add(new Text("\n"));
      }
    }
    getChildren().setAll(flow);
  }

  private static Node node(CodeText.Bit bit, Map<String, String> values) {
    if (bit.kind() == CodeText.Kind.GAP) {
      String value = values.getOrDefault(bit.name(), "");
      boolean open = value.isBlank();
      Label gap = Parts.label(open ? bit.text() : value, "gap", open ? "gap-open" : "gap-filled");
      gap.setMinWidth(Label.USE_PREF_SIZE);
      Parts.tip(gap, bit.text() + (open ? ": nothing is filled in" : ": filled in below"));
      return gap;
    }
    Text text = new Text(bit.text());
    text.getStyleClass()
        .addAll(
            "code",
            switch (bit.kind()) {
              case COMMENT -> "code-comment";
              case COMMAND -> "code-command";
              case TEXT -> "code-text";
              case PLAIN, GAP -> "code-plain";
            });
    return text;
  }

  private ListView<String> list() {
    ListView<String> list = new ListView<>();
    List<String> rows = new ArrayList<>();
    lines.forEach(line -> slice(plain(line), rows));
    list.getItems().setAll(rows);
    list.setFixedCellSize(LINE);
    list.setPrefHeight(24 * LINE);
    list.getStyleClass().add("code-list");
    list.setAccessibleText("Code, " + lines.size() + " lines");
    list.setCellFactory(
        _ ->
            new ListCell<>() {
              @Override
              protected void updateItem(String line, boolean empty) {
                super.updateItem(line, empty);
                setText(empty ? null : line);
              }
            });
    return list;
  }

  /** A line that is wider than the box goes on in the next row: all of it is to be read. */
  private static void slice(String line, List<String> rows) {
    for (int from = 0; from == 0 || from < line.length(); from += SLICE) {
      int to = Math.min(line.length(), from + SLICE);
      rows.add((from == 0 ? "" : "  ↪ ") + line.substring(from, to));
    }
  }

  private static String plain(List<CodeText.Bit> line) {
    StringBuilder words = new StringBuilder();
    line.forEach(bit -> words.append(bit.text()));
    return words.toString();
  }
}
