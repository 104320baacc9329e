package io.signalbox.ui.rollback;

import io.signalbox.ui.kit.Parts;
import io.signalbox.ui.kit.Sign;
import io.signalbox.ui.kit.Tone;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Headings and verdict lines that the parts of the page share. */
final class Sections {
  private Sections() {}

  /** A part of the page with its number, its name and what stands at the end of that line. */
  static VBox of(String number, String title, Label note, Node content) {
    note.getStyleClass().add("caption");
    note.setMinWidth(0);
    Label name = Parts.label(title, "section");
    name.setMinWidth(VBox.USE_PREF_SIZE);
    Label count = Parts.label(number, "section-number");
    count.setMinWidth(VBox.USE_PREF_SIZE);
    HBox heading = Parts.row(8, count, name, Parts.spring(), note);
    heading.setMinHeight(26);
    VBox section = Parts.column(6, heading, content);
    section.getStyleClass().add("rollback-section");
    return section;
  }

  /** A verdict: sign, word, name, and below or beside it what was seen. */
  static HBox verdict(Look look, String name, String words) {
    Label word = Parts.label(look.word(), "check-word");
    word.setMinWidth(56);
    Tone.apply(word, look.tone());
    Label what = Parts.label(name, "body");
    what.setMinWidth(74);
    Label seen = Parts.paragraph(words, "secondary");
    seen.setMinWidth(0);
    HBox.setHgrow(seen, Priority.ALWAYS);
    HBox row = new HBox(8, new Sign(look.glyph(), 12, look.tone()), word, what, seen);
    row.getStyleClass().add("check-line");
    row.setAccessibleText(name + ": " + look.word() + ", " + words);
    return row;
  }
}
