package io.signalbox.ui.journal;

import io.signalbox.journal.JournalDoor;
import io.signalbox.journal.JournalEntry;
import io.signalbox.ui.fx.FxFutures;
import io.signalbox.ui.kit.Glyph;
import io.signalbox.ui.kit.Parts;
import io.signalbox.ui.kit.Sign;
import io.signalbox.ui.kit.Tone;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** An action without a known outcome, and the way to say what was found. */
final class UnfinishedRow extends VBox {
  private final JournalDoor door;
  private final JournalEntry entry;
  private final TextField found = new TextField();
  private final Label failure = Parts.paragraph("", "run-error");
  private final Button record = Parts.button("Record", this::record, "small", "accent-button");
  private final HBox form = Parts.row(8, found, record);

  UnfinishedRow(JournalDoor door, JournalEntry entry, Consumer<JournalEntry> show) {
    super(6);
    this.door = door;
    this.entry = entry;
    getStyleClass().add("unfinished");
    Label words =
        Parts.paragraph(
            JournalWords.unfinished(entry) + " Look at the target, then say what you found.",
            "body");
    words.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(words, Priority.ALWAYS);
    Button open = Parts.button("What was found…", this::open, "small");
    Button entryButton = Parts.button("Show entry", () -> show.accept(entry), "small");
    for (Button button : new Button[] {open, entryButton, record}) {
      button.setMinWidth(USE_PREF_SIZE);
    }
    found.setPromptText("What the target's state is, and how you know");
    found.setAccessibleText("What was found");
    found.setOnAction(_ -> record());
    HBox.setHgrow(found, Priority.ALWAYS);
    record.disableProperty().bind(found.textProperty().map(String::isBlank));
    Parts.visible(form, false);
    Parts.visible(failure, false);
    getChildren()
        .addAll(
            Parts.row(10, new Sign(Glyph.QUESTION, 14, Tone.UNKNOWN), words, entryButton, open),
            form,
            failure);
  }

  private void open() {
    Parts.visible(form, true);
    found.requestFocus();
  }

  /** The row goes when the next picture no longer holds the action. */
  private void record() {
    if (found.getText().isBlank()) {
      return;
    }
    found.setDisable(true);
    FxFutures.deliver(
        door.found(entry, found.getText().strip()),
        _ -> Parts.visible(failure, false),
        why -> {
          found.setDisable(false);
          failure.setText("It is not on record: " + FxFutures.message(why));
          Parts.visible(failure, true);
        });
  }

  String words() {
    return JournalWords.unfinished(entry);
  }

  void record(String what) {
    found.setText(what);
    record();
  }

  String actionId() {
    return entry.actionId();
  }
}
