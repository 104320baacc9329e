package io.signalbox.ui.journal;

import io.signalbox.journal.JournalEntry;
import io.signalbox.ui.kit.Ages;
import io.signalbox.ui.kit.Glyph;
import io.signalbox.ui.kit.Live;
import io.signalbox.ui.kit.Parts;
import io.signalbox.ui.kit.Sign;
import io.signalbox.ui.kit.Tone;
import java.util.function.Predicate;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** One entry: what, on what, the most telling value, who, when, number and result. */
final class JournalCell extends ListCell<JournalEntry> {
  private final Live live;
  private final Predicate<JournalEntry> unfinished;
  private final Sign sign = new Sign(Glyph.INFO, 14, Tone.QUIET);
  private final Label title = Parts.label("", "body-strong");
  private final Label target = Parts.label("", "mono-text");
  private final Label summary = Parts.label("", "secondary");
  private final Label result = Parts.label("", "secondary");
  private final Label when = Parts.label("", "caption");
  private final HBox row;

  JournalCell(Live live, Predicate<JournalEntry> unfinished) {
    this.live = live;
    this.unfinished = unfinished;
    getStyleClass().add("journal-cell");
    title.setMinWidth(USE_PREF_SIZE);
    target.setMinWidth(0);
    summary.setMinWidth(0);
    VBox words = Parts.column(2, Parts.row(10, title, target), summary);
    words.setMinWidth(0);
    HBox.setHgrow(words, Priority.ALWAYS);
    VBox right = Parts.column(2, result, when);
    right.setAlignment(Pos.TOP_RIGHT);
    right.setMinWidth(190);
    row = new HBox(12, sign, words, right);
    row.getStyleClass().add("alert-row");
    setPrefWidth(0);
  }

  @Override
  protected void updateItem(JournalEntry entry, boolean empty) {
    super.updateItem(entry, empty);
    if (empty || entry == null) {
      setGraphic(null);
      return;
    }
    boolean open = unfinished.test(entry);
    Tone tone = JournalWords.tone(entry, open);
    sign.show(JournalWords.glyph(entry, open), tone);
    title.setText(JournalWords.title(entry));
    target.setText(entry.target());
    summary.setText(JournalWords.summary(entry));
    result.setText(open ? "no outcome known" : JournalWords.result(entry.result()));
    Tone.apply(result, tone);
    Parts.visible(result, !result.getText().isEmpty());
    when.setText(
        entry.actor() + " · " + Ages.since(entry.ts(), live.now()) + " ago · " + entry.seq());
    setGraphic(row);
    setAccessibleText(
        "Entry "
            + entry.seq()
            + ": "
            + title.getText()
            + " "
            + entry.target()
            + " "
            + result.getText());
  }
}
