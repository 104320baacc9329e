package io.signalbox.ui.runbook;

import io.signalbox.model.Severity;
import io.signalbox.runbook.Runbook;
import io.signalbox.ui.kit.Glyph;
import io.signalbox.ui.kit.Live;
import io.signalbox.ui.kit.Parts;
import io.signalbox.ui.kit.Sign;
import io.signalbox.ui.kit.StateLook;
import io.signalbox.ui.kit.Tone;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** A runbook in the list, or a line that was found in one. */
final class ShelfCell extends ListCell<ShelfRow> {
  private static final int BEFORE = 24;

  private final Live live;
  private final Supplier<String> query;
  private final Label title = Parts.name("", "shelf-title");
  private final Label about = Parts.label("", "secondary");
  private final Sign sign = new Sign(Glyph.INFO, 12, Tone.QUIET);
  private final Sign problem = new Sign(Glyph.TRIANGLE, 11, Tone.ATTENTION);
  private final Label problems = Parts.label("", "caption");
  private final HBox trouble = Parts.row(4, problem, problems);
  private final HBox pieces = new HBox();
  private final Label place = Parts.label("", "caption");

  ShelfCell(Live live, Supplier<String> query) {
    this.live = live;
    this.query = query;
    getStyleClass().add("shelf-cell");
    setPrefWidth(0);
    about.setMinWidth(0);
    title.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(title, Priority.ALWAYS);
    trouble.setMinWidth(USE_PREF_SIZE);
    place.setMinWidth(USE_PREF_SIZE);
    pieces.setMinWidth(0);
    pieces.setAlignment(Pos.CENTER_LEFT);
    HBox.setHgrow(pieces, Priority.ALWAYS);
  }

  @Override
  protected void updateItem(ShelfRow row, boolean empty) {
    super.updateItem(row, empty);
    if (empty || row == null) {
      setGraphic(null);
      return;
    }
    Runbook runbook = row.entry().runbook();
    title.setText(runbook.title());
    setGraphic(
        switch (row) {
          case ShelfRow.Book _ -> book(runbook);
          case ShelfRow.Found(RunbookSearch.Hit hit, boolean first) -> found(hit, first);
        });
  }

  private Node book(Runbook runbook) {
    String severity = runbook.frontMatter().severity();
    // how grave its subject would be, not how things are: no colour
    sign.show(StateLook.glyph(severity(severity)), Tone.QUIET);
    about.setText(BookWords.about(runbook, live.now()));
    int count = runbook.problems().size();
    problems.setText(BookWords.count(count, "problem"));
    Parts.visible(trouble, count > 0);
    HBox head = Parts.row(8, title, trouble);
    VBox words = Parts.column(2, head, about);
    words.setMinWidth(0);
    HBox.setHgrow(words, Priority.ALWAYS);
    HBox all = new HBox(8, sign, words);
    all.getStyleClass().add("shelf-row");
    setAccessibleText(runbook.title() + ", " + about.getText());
    return all;
  }

  private Node found(RunbookSearch.Hit hit, boolean first) {
    RunbookSearch.Text text = hit.text();
    place.setText((text.exact() ? "line " : "below line ") + text.line());
    pieces.getChildren().setAll(marked(text.words()));
    HBox line = Parts.row(8, pieces, place);
    line.getStyleClass().add("found-line");
    setAccessibleText(title.getText() + ", " + place.getText() + ": " + text.words());
    return first ? Parts.column(4, title, line) : line;
  }

  /** The words that were looked for stand out; the first of them is in sight. */
  private List<Node> marked(String whole) {
    List<String> words = List.of(query.get().strip().toLowerCase(Locale.ROOT).split("\\s+"));
    String lower = whole.toLowerCase(Locale.ROOT);
    int from = words.stream().mapToInt(lower::indexOf).filter(at -> at >= 0).min().orElse(0);
    int begin = from > BEFORE ? Math.max(0, lower.lastIndexOf(' ', from - 8) + 1) : 0;
    List<Node> nodes = new ArrayList<>();
    if (begin > 0) {
      nodes.add(Parts.label("… ", "found-words"));
    }
    int at = begin;
    int end = Math.min(whole.length(), begin + 160);
    while (at < end) {
      int next = end;
      int length = 0;
      for (String word : words) {
        int hit = lower.indexOf(word, at);
        if (!word.isEmpty() && hit >= 0 && hit < next) {
          next = hit;
          length = word.length();
        }
      }
      if (next > at) {
        nodes.add(Parts.label(whole.substring(at, next), "found-words"));
      }
      if (length > 0) {
        nodes.add(
            Parts.label(
                whole.substring(next, Math.min(whole.length(), next + length)), "found-hit"));
      }
      at = Math.max(next + length, at + 1);
    }
    nodes.forEach(
        node -> {
          if (node instanceof Label label && label.getStyleClass().contains("found-hit")) {
            label.setMinWidth(USE_PREF_SIZE);
          }
        });
    return nodes;
  }

  private static Severity severity(String words) {
    return switch (words.toLowerCase(Locale.ROOT)) {
      case "critical", "p1", "sev1" -> Severity.CRITICAL;
      case "high", "warning", "p2", "sev2", "medium" -> Severity.WARNING;
      default -> Severity.INFO;
    };
  }
}
