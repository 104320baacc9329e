package io.signalbox.ui.rollback;

import io.signalbox.ui.fx.Subscriptions;
import io.signalbox.ui.kit.Parts;
import java.util.List;
import javafx.beans.property.StringProperty;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Incident, reason and ticket; and which hosts alone, after a part of them failed. */
final class WhySection extends VBox {
  private final Label hosts = Parts.name("", "body");

  WhySection(RollbackForm form, Subscriptions subscriptions) {
    super(8);
    VBox incident = field("Incident", "e.g. INC-4711, required", form.incident(), "incident");
    VBox ticket = field("Ticket", "optional", form.ticket(), "ticket");
    HBox.setHgrow(incident, Priority.ALWAYS);
    HBox.setHgrow(ticket, Priority.ALWAYS);
    Button all = Parts.button("All hosts again", () -> form.limit().set(List.of()), "small");
    all.setMinWidth(USE_PREF_SIZE);
    HBox.setHgrow(hosts, Priority.ALWAYS);
    hosts.setMaxWidth(Double.MAX_VALUE);
    HBox only = Parts.row(8, hosts, all);
    only.getStyleClass().add("limit-row");
    getChildren()
        .addAll(
            new HBox(8, incident, ticket),
            field("Reason, for the record", "why this is done, required", form.reason(), "why"),
            only);
    subscriptions.on(
        form.limit(),
        limit -> {
          String words = "Only on " + String.join(", ", limit);
          hosts.setText(words);
          Parts.tip(hosts, words);
          Parts.visible(only, !limit.isEmpty());
        });
  }

  private static VBox field(String name, String prompt, StringProperty value, String style) {
    TextField field = new TextField();
    field.setPromptText(prompt);
    field.setAccessibleText(name);
    field.getStyleClass().add(style + "-text");
    field.textProperty().bindBidirectional(value);
    field.setMinWidth(80);
    field.setPrefWidth(120);
    return Parts.column(3, Parts.label(name, "field-label"), field);
  }
}
