package io.signalbox.ui.rollback;

import io.signalbox.rollback.Candidate;
import io.signalbox.rollback.Migration;
import io.signalbox.rollback.RollbackBoard.Ground;
import io.signalbox.rollback.Versions;
import io.signalbox.ui.kit.Glyph;
import io.signalbox.ui.kit.Parts;
import io.signalbox.ui.kit.Sign;
import io.signalbox.ui.kit.Tone;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The versions that could be gone back to; none is preselected, the one that runs is refused. */
final class TargetSection extends VBox {
  private final RollbackForm form;
  private final VBox list = Parts.column(6);
  private final TextField other = new TextField();
  private final Label trouble = Parts.paragraph("", "body");
  private final HBox troubleRow = new HBox(8, new Sign(Glyph.CANCELLED, 13, Tone.DANGER), trouble);
  private final Label migrationWords = Parts.paragraph("", "body");
  private final CheckBox migrationKnown = new CheckBox("I know, and the data can be read");
  private final VBox migration;
  private List<Candidate> shown = List.of();
  private Optional<String> currentShown = Optional.empty();
  private boolean built;

  TargetSection(RollbackForm form) {
    super(8);
    this.form = form;
    other.setPromptText("Another version, then Enter");
    other.setAccessibleText("Another version");
    other.getStyleClass().add("other-version");
    other.setOnAction(_ -> form.target().set(other.getText().strip()));
    HBox.setHgrow(trouble, Priority.ALWAYS);
    troubleRow.getStyleClass().add("refused-target");
    HBox.setHgrow(migrationWords, Priority.ALWAYS);
    migrationKnown.selectedProperty().bindBidirectional(form.migration());
    migrationKnown.getStyleClass().add("migration-known");
    migrationKnown.setWrapText(true);
    migration =
        Parts.column(
            6,
            new HBox(8, new Sign(Glyph.TRIANGLE, 13, Tone.ATTENTION), migrationWords),
            migrationKnown);
    migration.getStyleClass().add("migration");
    getChildren().addAll(list, other, troubleRow, migration);
  }

  void show(Optional<Ground> ground) {
    ground.ifPresent(seen -> candidates(seen.versions()));
    Optional<String> refused =
        form.target().get().isEmpty() ? Optional.empty() : form.targetTrouble(ground);
    trouble.setText(refused.orElse(""));
    Parts.visible(troubleRow, refused.isPresent());
    Optional<Migration> between =
        form.migration(ground).filter(Migration::toAcknowledge).filter(_ -> refused.isEmpty());
    migrationWords.setText(between.map(TargetSection::words).orElse(""));
    Parts.visible(migration, between.isPresent());
    select();
  }

  private static String words(Migration between) {
    return between.state() == Migration.State.IN_BETWEEN
        ? "A database migration lies in between: "
            + between.words()
            + ". An older version may not be able to read the data."
        : "Whether a database migration lies in between is not known: " + between.words() + ".";
  }

  private void candidates(Versions versions) {
    if (built && versions.candidates().equals(shown) && versions.current().equals(currentShown)) {
      return;
    }
    built = true;
    shown = versions.candidates();
    currentShown = versions.current();
    list.getChildren().clear();
    ToggleGroup group = new ToggleGroup();
    for (Candidate candidate : shown) {
      RadioButton radio = radio(candidate.version(), group);
      radio.setOnAction(_ -> form.target().set(candidate.version()));
      list.getChildren().add(row(radio, String.join(" · ", candidate.sources())));
    }
    currentShown.ifPresent(
        current -> {
          RadioButton radio = radio(current, group);
          radio.setDisable(true);
          list.getChildren().add(row(radio, "refused: it is the version that runs already"));
        });
    if (shown.isEmpty()) {
      list.getChildren()
          .add(
              Parts.paragraph(
                  "No version to go back to was found: not in the state file, no artifact, no"
                      + " deployment on GitHub. Name one below if you know it.",
                  "secondary"));
    }
  }

  private static RadioButton radio(String version, ToggleGroup group) {
    RadioButton radio = new RadioButton(version);
    radio.setMnemonicParsing(false);
    radio.setToggleGroup(group);
    radio.setUserData(version);
    radio.getStyleClass().add("candidate");
    radio.setTextOverrun(javafx.scene.control.OverrunStyle.CENTER_ELLIPSIS);
    radio.setMinWidth(0);
    Parts.tip(radio, version);
    return radio;
  }

  private static Node row(RadioButton radio, String sources) {
    Label from = Parts.paragraph(sources, "caption", "candidate-source");
    from.setMinWidth(0);
    VBox row = Parts.column(1, radio, from);
    row.getStyleClass().add("candidate-row");
    return row;
  }

  /** The radio that is the target's, none where it is not among them. */
  private void select() {
    for (RadioButton radio : radios()) {
      radio.setSelected(radio.getUserData().equals(form.target().get()) && !radio.isDisabled());
    }
  }

  List<RadioButton> radios() {
    return list.getChildren().stream()
        .filter(VBox.class::isInstance)
        .map(row -> (RadioButton) ((VBox) row).getChildren().getFirst())
        .toList();
  }

  TextField other() {
    return other;
  }

  String troubleText() {
    return troubleRow.isVisible() ? trouble.getText() : "";
  }

  CheckBox migrationKnown() {
    return migrationKnown;
  }

  boolean asksAboutMigration() {
    return migration.isVisible();
  }
}
