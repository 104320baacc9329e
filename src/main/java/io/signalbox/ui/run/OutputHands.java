package io.signalbox.ui.run;

import javafx.scene.Node;
import javafx.scene.control.ScrollBar;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;

/** What mouse and keys do to the lines of an output. FX thread only. */
final class OutputHands {
  private final OutputList list;
  private final ScrollBar down;
  private final ScrollBar across;
  private final Runnable onLookedBack;

  /** Tells when the operator turns to lines of their own choice. */
  OutputHands(OutputList list, ScrollBar down, ScrollBar across, Runnable onLookedBack) {
    this.list = list;
    this.down = down;
    this.across = across;
    this.onLookedBack = onLookedBack;
  }

  /** Begins to listen; on the sheet to what is done to a line. */
  void install(Node sheet) {
    down.valueProperty().subscribe(value -> onBar(value.doubleValue()));
    across.valueProperty().subscribe(_ -> onAcross());
    list.addEventHandler(ScrollEvent.SCROLL, this::onWheel);
    list.addEventHandler(KeyEvent.KEY_PRESSED, this::onKey);
    sheet.addEventHandler(MouseEvent.MOUSE_PRESSED, this::onMouse);
    sheet.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::onMouse);
  }

  private void onBar(double value) {
    if (!list.arranging()) {
      if (value < list.port().top()) {
        onLookedBack.run();
      }
      list.scrollTo(value);
    }
  }

  private void onAcross() {
    if (!list.arranging()) {
      list.requestLayout();
    }
  }

  private void onWheel(ScrollEvent event) {
    if (event.getDeltaY() > 0) {
      onLookedBack.run();
    }
    double before = across.getValue();
    slide(-event.getDeltaX());
    boolean moved = list.scrollTo(list.port().top() - event.getDeltaY() / OutputList.LINE_HEIGHT);
    if (moved || across.getValue() != before) {
      event.consume();
    }
  }

  private void slide(double pixels) {
    if (across.isVisible()) {
      across.setValue(Math.clamp(across.getValue() + pixels, 0, across.getMax()));
    }
  }

  private void onMouse(MouseEvent event) {
    if (event.getButton() != MouseButton.PRIMARY) {
      return;
    }
    list.requestFocus();
    boolean drag = event.getEventType() == MouseEvent.MOUSE_DRAGGED;
    int line = list.lineAt(event.getY());
    if (drag || line < list.port().size()) {
      onLookedBack.run();
      list.choose(line, drag || event.isShiftDown());
    }
    event.consume();
  }

  private void onKey(KeyEvent event) {
    OutputPort port = list.port();
    int page = Math.max(1, (int) port.fit() - 1);
    boolean along = event.isShiftDown();
    switch (event.getCode()) {
      case UP, KP_UP -> move(-1, port.end() - 1, along);
      case DOWN, KP_DOWN -> move(1, port.first(), along);
      case PAGE_UP -> move(-page, port.first() - page, along);
      case PAGE_DOWN -> move(page, port.end() - 1 + page, along);
      case HOME -> choose(0, along);
      case END -> choose(port.size() - 1, along);
      case LEFT, KP_LEFT -> slide(-2 * OutputList.LINE_HEIGHT);
      case RIGHT, KP_RIGHT -> slide(2 * OutputList.LINE_HEIGHT);
      case A -> {
        if (!event.isShortcutDown()) {
          return;
        }
        double top = port.top();
        choose(0, false);
        choose(port.size() - 1, true);
        list.scrollTo(top);
      }
      default -> {
        return;
      }
    }
    event.consume();
  }

  /** From where the operator is, or from what is in sight when they are nowhere yet. */
  private void move(int by, int otherwise, boolean along) {
    choose(list.lead() < 0 ? otherwise : list.lead() + by, along);
  }

  private void choose(int line, boolean along) {
    onLookedBack.run();
    list.choose(line, along);
  }
}
