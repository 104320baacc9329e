package io.signalbox.ui.shell;

import java.util.ArrayDeque;
import java.util.Deque;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/** What floats over the window, one above the other; Escape takes away the topmost. */
final class Overlays extends StackPane {
  private final Deque<Layer> layers = new ArrayDeque<>();
  private @Nullable Node focusBefore;

  private record Layer(Node content, StackPane pane, Runnable onClosed) {}

  Overlays() {
    setPickOnBounds(false);
    setVisible(false);
    addEventHandler(KeyEvent.KEY_PRESSED, this::onKey);
  }

  /** Floats this over the window, centred, with the rest darkened. */
  void open(Region content, Node firstFocus, Runnable onClosed) {
    if (layers.isEmpty() && getScene() != null) {
      focusBefore = getScene().getFocusOwner();
    }
    StackPane pane = new StackPane(content);
    pane.getStyleClass().add("scrim");
    content.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    content.getStyleClass().add("floating");
    layers.push(new Layer(content, pane, onClosed));
    getChildren().add(pane);
    setVisible(true);
    firstFocus.requestFocus();
  }

  /** Takes this one away, if it is there. */
  void close(Node content) {
    layers.stream()
        .filter(layer -> layer.content().equals(content))
        .findFirst()
        .ifPresent(this::remove);
  }

  void closeAll() {
    while (!layers.isEmpty()) {
      remove(layers.element());
    }
  }

  boolean isOpen() {
    return !layers.isEmpty();
  }

  private void remove(Layer layer) {
    layers.remove(layer);
    getChildren().remove(layer.pane());
    layer.onClosed().run();
    if (layers.isEmpty()) {
      setVisible(false);
      if (focusBefore != null) {
        focusBefore.requestFocus();
      }
    }
  }

  private void onKey(KeyEvent event) {
    if (event.getCode() == KeyCode.ESCAPE && !layers.isEmpty()) {
      remove(layers.element());
      event.consume();
    }
  }
}
