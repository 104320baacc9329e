package io.signalbox.ui.shell;

import io.signalbox.action.Desk;
import io.signalbox.ui.kit.Parts;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/** Asks for the reason and unlocks; the desk decides how long. */
final class Unlocking {
  private final Desk desk;
  private final Overlays overlays;

  Unlocking(Desk desk, Overlays overlays) {
    this.desk = desk;
    this.overlays = overlays;
  }

  void open() {
    open(() -> {});
  }

  /** Calls back once it is unlocked. */
  void open(Runnable onUnlocked) {
    TextField reason = new TextField();
    reason.setPromptText("Why, e.g. the incident or ticket");
    reason.setAccessibleText("Reason for unlocking");
    VBox sheet =
        Parts.column(
            12,
            Parts.label(
                "Unlock actions for " + Desk.UNLOCK.toMinutes() + " minutes", "sheet-title"),
            Parts.paragraph(
                "Actions can then be proposed; each still asks on its own card. The reason goes to"
                    + " the journal.",
                "secondary"),
            reason);
    sheet.getStyleClass().add("sheet");
    sheet.setPrefWidth(440);
    Label trouble = Parts.paragraph("", "break-glass");
    Parts.visible(trouble, false);
    sheet.getChildren().add(trouble);
    Button cancel = Parts.button("Cancel", () -> overlays.close(sheet));
    Button unlock =
        Parts.button(
            "Unlock " + Desk.UNLOCK.toMinutes() + " minutes",
            () -> {
              try {
                desk.unlock(reason.getText().trim());
              } catch (IllegalArgumentException | IllegalStateException e) {
                trouble.setText(String.valueOf(e.getMessage()));
                Parts.visible(trouble, true);
                return;
              }
              overlays.close(sheet);
              onUnlocked.run();
            },
            "accent-button");
    unlock.disableProperty().bind(reason.textProperty().map(text -> text.trim().isEmpty()));
    sheet.getChildren().add(Parts.row(8, Parts.spring(), cancel, unlock));
    overlays.open(sheet, reason, () -> {});
  }
}
