package io.signalbox.ui.confirm;

import io.signalbox.interlock.RuleOverride;
import io.signalbox.ui.kit.Parts;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Offers to set one refusing rule aside: first a press, then a reason, then a plan anew. */
final class OverrideRow extends VBox {
  OverrideRow(String rule, Consumer<RuleOverride> override) {
    super(4);
    getStyleClass().add("override-row");
    TextField reason = new TextField();
    reason.setPromptText("Why this rule does not hold here");
    reason.setAccessibleText("Reason for overriding " + RuleWords.name(rule));
    reason.getStyleClass().add("override-reason");
    HBox.setHgrow(reason, Priority.ALWAYS);
    Button apply =
        Parts.button(
            "Override " + rule,
            () -> override.accept(new RuleOverride(rule, reason.getText().trim())),
            "override-button");
    apply.setMinWidth(USE_PREF_SIZE);
    apply.disableProperty().bind(reason.textProperty().map(text -> text.trim().isEmpty()));
    VBox asking =
        Parts.column(
            4,
            Parts.row(8, reason, apply),
            Parts.paragraph(
                "The plan is made anew in tier 4, and the override stays listed until somebody"
                    + " reviews it.",
                "secondary"));
    Parts.visible(asking, false);
    Button open = Parts.button("Override this rule…", () -> {}, "override-open");
    open.setOnAction(
        _ -> {
          Parts.visible(open, false);
          Parts.visible(asking, true);
          reason.requestFocus();
        });
    getChildren().addAll(open, asking);
  }
}
