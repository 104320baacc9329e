package io.signalbox.ui.shell;

import io.signalbox.action.Desk;
import io.signalbox.action.Review;
import io.signalbox.action.Reviews;
import io.signalbox.ui.kit.Parts;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Overrides and solo acts that nobody has reviewed yet, each with a way off the list. */
final class ReviewSheet {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'").withZone(ZoneOffset.UTC);

  private final Desk desk;
  private final Overlays overlays;

  ReviewSheet(Desk desk, Overlays overlays) {
    this.desk = desk;
    this.overlays = overlays;
  }

  void open() {
    VBox list = Parts.column(14);
    fill(list);
    ScrollPane scroll = new ScrollPane(list);
    scroll.setFitToWidth(true);
    scroll.getStyleClass().add("card-scroll");
    scroll.setPrefHeight(320);
    VBox sheet =
        Parts.column(
            12,
            Parts.label("Standing: overrides and solo acts to review", "sheet-title"),
            Parts.paragraph(
                "Each stays here until somebody has looked at it. What they found goes to the"
                    + " journal.",
                "secondary"),
            scroll);
    sheet.getStyleClass().add("sheet");
    sheet.setPrefWidth(640);
    Button close = Parts.button("Close", () -> overlays.close(sheet));
    sheet.getChildren().add(Parts.row(8, Parts.spring(), close));
    overlays.open(sheet, close, () -> {});
  }

  private void fill(VBox list) {
    Reviews reviews = desk.reviews();
    list.getChildren().clear();
    if (!reviews.unread().isEmpty()) {
      list.getChildren().add(Parts.paragraph("Not known: " + reviews.unread(), "body"));
    } else if (reviews.open().isEmpty()) {
      list.getChildren().add(Parts.paragraph("Nothing stands to be reviewed.", "body"));
    }
    reviews.open().forEach(one -> list.getChildren().add(row(one, list)));
  }

  private Node row(Review one, VBox list) {
    TextField found = new TextField();
    found.getStyleClass().add("review-found");
    found.setPromptText("What the review found");
    found.setAccessibleText("What the review of " + one.verb() + " found");
    HBox.setHgrow(found, Priority.ALWAYS);
    Label trouble = Parts.paragraph("", "break-glass");
    Parts.visible(trouble, false);
    Button done = Parts.button("Reviewed", () -> {});
    done.setMinWidth(HBox.USE_PREF_SIZE);
    done.disableProperty().bind(found.textProperty().map(text -> text.trim().isEmpty()));
    done.setOnAction(
        _ -> {
          try {
            desk.review(one.id(), found.getText().trim());
            fill(list);
          } catch (IllegalArgumentException | IllegalStateException e) {
            trouble.setText(String.valueOf(e.getMessage()));
            Parts.visible(trouble, true);
          }
        });
    return Parts.column(
        3,
        Parts.name(one.verb() + "  ·  " + one.target(), "body-strong"),
        Parts.paragraph(one.what() + ": " + one.reason(), "body"),
        Parts.label("by " + one.actor() + ", " + TIME.format(one.at()), "caption"),
        Parts.row(8, found, done),
        trouble);
  }
}
