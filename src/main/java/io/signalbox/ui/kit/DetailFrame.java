package io.signalbox.ui.kit;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** What all details at the side have alike: a header with a cross, and a body that scrolls. */
public final class DetailFrame {
  private DetailFrame() {}

  /**
   * The header, with a cross at its end that closes.
   *
   * @param titles what it is about, from the left
   */
  public static HBox header(Runnable close, Node... titles) {
    List<Node> parts = new ArrayList<>(List.of(titles));
    parts.add(Parts.spring());
    parts.add(Parts.iconButton("mdi2c-close", "Close details  (Esc)", close));
    HBox header = Parts.row(8, parts.toArray(Node[]::new));
    header.getStyleClass().add("detail-header");
    return header;
  }

  /** The body, which takes the room there is and scrolls upright only. */
  public static ScrollPane scroll(VBox body) {
    body.getStyleClass().add("detail-body");
    ScrollPane scroll = new ScrollPane(body);
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.getStyleClass().add("detail-scroll");
    VBox.setVgrow(scroll, Priority.ALWAYS);
    return scroll;
  }
}
