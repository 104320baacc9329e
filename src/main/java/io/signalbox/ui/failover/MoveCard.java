package io.signalbox.ui.failover;

import io.signalbox.action.Intent;
import io.signalbox.action.MoveOptions;
import io.signalbox.model.RoleMove;
import io.signalbox.ui.kit.Parts;
import java.util.function.Consumer;
import javafx.beans.property.StringProperty;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;

/** The two ways to move the role, worded apart: forced and planned. Each opens a card, no more. */
final class MoveCard extends VBox {
  private final Consumer<Intent> propose;
  private final StringProperty chosen;
  private final Button failover;
  private final Button switchover;
  private final Label failoverNot = Parts.paragraph("", "caption");
  private final Label switchoverNot = Parts.paragraph("", "caption");
  private final Label hint = Parts.paragraph("", "body");
  private final CheckBox again = new CheckBox();
  private String from = "";

  MoveCard(StringProperty chosen, Consumer<Intent> propose) {
    super(12);
    this.chosen = chosen;
    this.propose = propose;
    getStyleClass().add("failover-card");
    failover = Parts.button("Plan failover…", () -> plan(RoleMove.FAILOVER), "plan-failover");
    switchover =
        Parts.button("Plan switchover…", () -> plan(RoleMove.SWITCHOVER), "plan-switchover");
    again.setWrapText(true);
    GridPane ways = new GridPane(16, 0);
    ways.getColumnConstraints().addAll(half(), half());
    ways.addRow(
        0,
        way(
            "Forced",
            "The runner is gone, or not to be trusted. Its service is stopped if its machine"
                + " answers and it is idle.",
            failover,
            failoverNot),
        way(
            "Planned",
            "The runner is well and is relieved. Its service goes on; only the role moves.",
            switchover,
            switchoverNot));
    getChildren().addAll(ways, again, hint);
  }

  private static ColumnConstraints half() {
    ColumnConstraints half = new ColumnConstraints();
    half.setPercentWidth(50);
    return half;
  }

  private static VBox way(String title, String words, Button button, Label whyNot) {
    button.setMinWidth(USE_PREF_SIZE);
    VBox way =
        Parts.column(
            6,
            Parts.label(title, "section-title"),
            Parts.paragraph(words, "secondary"),
            button,
            whyNot);
    way.setMinWidth(0);
    return way;
  }

  void show(MoveGate gate) {
    from = gate.picture().from();
    show(failover, failoverNot, gate.whyNot(RoleMove.FAILOVER));
    show(switchover, switchoverNot, gate.whyNot(RoleMove.SWITCHOVER));
    hint.setText(gate.hint());
    Parts.visible(hint, !gate.hint().isEmpty());
    Parts.visible(again, gate.picture().stuck().isPresent());
    gate.picture()
        .stuck()
        .ifPresent(
            one ->
                again.setText(
                    "Also cancel "
                        + one.title()
                        + " and run its failed jobs again, so that it asks anew"));
  }

  private static void show(Button button, Label label, String whyNot) {
    button.setDisable(!whyNot.isEmpty());
    label.setText(whyNot);
    Parts.visible(label, !whyNot.isEmpty());
  }

  private void plan(RoleMove move) {
    MoveOptions usual = MoveOptions.usual(move);
    MoveOptions options =
        new MoveOptions(
            again.isVisible() && again.isSelected(), usual.stopService(), usual.patience());
    propose.accept(new Intent.MoveRole(move, from, chosen.get(), options));
  }

  Button failoverButton() {
    return failover;
  }

  Button switchoverButton() {
    return switchover;
  }
}
