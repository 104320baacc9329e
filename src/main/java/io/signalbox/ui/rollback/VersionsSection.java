package io.signalbox.ui.rollback;

import io.signalbox.rollback.Observation;
import io.signalbox.rollback.StateFile;
import io.signalbox.rollback.Versions;
import io.signalbox.ui.kit.Glyph;
import io.signalbox.ui.kit.Parts;
import io.signalbox.ui.kit.Sign;
import io.signalbox.ui.kit.Tone;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/**
 * What is declared and what each host says, side by side; where they disagree, that comes first.
 */
final class VersionsSection extends VBox {
  private static final int LONGEST = 110;

  VersionsSection() {
    super(6);
  }

  /** Shows them; words where nothing was read. */
  void show(Optional<Versions> read, String nothing) {
    getChildren().clear();
    if (read.isEmpty()) {
      getChildren().add(Parts.paragraph(nothing, "secondary"));
      return;
    }
    Versions versions = read.get();
    if (versions.differ()) {
      Label words = Parts.paragraph(disagreement(versions), "body", "disagreement-words");
      HBox.setHgrow(words, Priority.ALWAYS);
      HBox row = new HBox(8, new Sign(Glyph.TRIANGLE, 13, Tone.ATTENTION), words);
      row.getStyleClass().add("disagreement");
      getChildren().add(row);
    }
    getChildren().add(declared(versions.state()));
    versions.observed().forEach(one -> getChildren().add(observed(one, versions)));
    if (versions.observed().isEmpty()) {
      getChildren()
          .add(
              Parts.paragraph(
                  "Nothing is observed: the profile names neither rollback.versionUrl nor"
                      + " rollback.versionFiles.",
                  "secondary"));
    }
  }

  private static String disagreement(Versions versions) {
    String words = versions.words();
    return words.length() <= LONGEST
        ? "They disagree: " + words
        : "They disagree: "
            + versions.seen().size()
            + " different versions are observed, one is declared; each is below";
  }

  private static Node declared(StateFile state) {
    if (state.current().isEmpty()) {
      String why = state.trouble().isEmpty() ? "it names no current version" : state.trouble();
      return line(
          new Look(Glyph.QUESTION, Tone.UNKNOWN, "unknown"),
          "declared",
          "not known",
          "state file: " + why);
    }
    return line(
        new Look(Glyph.TAG, Tone.QUIET, ""),
        "declared",
        state.current(),
        "state file" + (state.previous().isEmpty() ? "" : ", previous " + state.previous()));
  }

  private static Node observed(Observation one, Versions versions) {
    String version = one.version();
    if (version == null) {
      return line(
          new Look(Glyph.QUESTION, Tone.UNKNOWN, "not readable"),
          one.where(),
          "not known",
          one.source() + ": " + one.words());
    }
    String declared = versions.state().current();
    boolean odd = declared.isEmpty() ? versions.seen().size() > 1 : !version.equals(declared);
    Look look =
        odd
            ? new Look(Glyph.TRIANGLE, Tone.ATTENTION, declared.isEmpty() ? "differ" : "differs")
            : new Look(Glyph.CHECK, Tone.QUIET, declared.isEmpty() ? "" : "as declared");
    return line(look, one.where(), version, one.source());
  }

  private static Node line(Look look, String where, String version, String source) {
    Label name = Parts.name(where, "body");
    HBox.setHgrow(name, Priority.ALWAYS);
    name.setMaxWidth(Double.MAX_VALUE);
    Label value = Parts.name(version, "version-value");
    value.setMaxWidth(190);
    value.setMinWidth(Math.min(190, 9.0 * version.length()));
    value.setAlignment(javafx.geometry.Pos.CENTER_RIGHT);
    Tone.apply(value, look.tone() == Tone.QUIET ? Tone.QUIET : look.tone());
    Label from = Parts.name(source, "caption");
    HBox.setHgrow(from, Priority.ALWAYS);
    from.setMaxWidth(Double.MAX_VALUE);
    Label word = Parts.label(look.word(), "caption");
    word.setMinWidth(USE_PREF_SIZE);
    Tone.apply(word, look.tone());
    VBox words = Parts.column(0, Parts.row(8, name, value), Parts.row(8, from, word));
    words.setMinWidth(0);
    HBox.setHgrow(words, Priority.ALWAYS);
    HBox row = new HBox(8, new Sign(look.glyph(), 12, look.tone()), words);
    row.getStyleClass().add("version-line");
    return row;
  }
}
