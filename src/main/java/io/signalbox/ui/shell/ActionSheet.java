package io.signalbox.ui.shell;

import io.signalbox.ui.kit.Parts;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/**
 * The frame that a plan's card and then its run share: the environment's colour and word on top.
 */
final class ActionSheet extends VBox {
  private final Label title = Parts.name("", "sheet-title");
  private final StackPane content = new StackPane();

  ActionSheet(ConsoleContext context, String environment) {
    getStyleClass()
        .addAll("action-sheet", Header.colourClass(context.profile().environment().colour()));
    Region band = new Region();
    band.getStyleClass().add(context.mark().striped() ? "striped-band" : "environment-band");
    Label word = Parts.label(environment.toUpperCase(Locale.ROOT), "environment-word");
    word.setMinWidth(USE_PREF_SIZE);
    HBox line = Parts.row(10, title, Parts.spring());
    if (!context.mark().word().isEmpty()) {
      Label mark = Parts.label(context.mark().word(), "frame-mark");
      mark.setMinWidth(Region.USE_PREF_SIZE); // a long title gives way, the mark never
      line.getChildren().add(mark);
    }
    line.getChildren().add(word);
    line.getStyleClass().add("action-sheet-header");
    VBox.setVgrow(content, Priority.ALWAYS);
    getChildren().addAll(band, line, content);
  }

  /** Shows a body in this size. */
  void show(String heading, Node body, double width, double height) {
    setPrefWidth(width);
    title.setText(heading);
    content.getChildren().setAll(body);
    setPrefHeight(height);
  }
}
