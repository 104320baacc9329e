package io.signalbox.ui.shell;

import java.util.List;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** The window's own keys; a key that a view or a text field has used does not get here. */
final class Shortcuts {
  private static final List<View> VIEWS = List.of(View.values());
  private final ConsoleFrame frame;

  Shortcuts(ConsoleFrame frame) {
    this.frame = frame;
  }

  void install() {
    frame.addEventHandler(KeyEvent.KEY_PRESSED, this::onPressed);
    frame.addEventHandler(KeyEvent.KEY_TYPED, this::onTyped);
  }

  private void onPressed(KeyEvent event) {
    boolean handled = event.isShortcutDown() ? shortcut(event) : plain(event);
    if (handled) {
      event.consume();
    }
  }

  private boolean shortcut(KeyEvent event) {
    if (frame.overlayOpen()) {
      return false;
    }
    if (event.getCode() == KeyCode.K) {
      frame.openPalette();
      return true;
    }
    if (event.getCode() == KeyCode.L && event.isShiftDown()) {
      frame.otherTheme();
      return true;
    }
    return false;
  }

  private boolean plain(KeyEvent event) {
    if (event.getCode() == KeyCode.F5) {
      frame.refresh();
      return true;
    }
    if (event.getCode() == KeyCode.ESCAPE && !frame.overlayOpen() && frame.detailsOpen()) {
      frame.closeDetails();
      return true;
    }
    return false;
  }

  private void onTyped(KeyEvent event) {
    if (frame.overlayOpen()
        || event.getTarget() instanceof TextInputControl
        || event.isControlDown()
        || event.isAltDown()
        || event.isMetaDown()) {
      return;
    }
    String typed = event.getCharacter();
    if (typed.equals("/")) {
      frame.focusFilter();
      event.consume();
    } else if (typed.equalsIgnoreCase("f")) {
      frame.show(View.FAILOVER);
      event.consume();
    } else if (typed.equalsIgnoreCase("n")) {
      frame.failover().bell().toggle(frame.live().now());
      frame.status().refresh();
      event.consume();
    } else if (typed.equals("?")) {
      frame.openShortcuts();
      event.consume();
    } else if (typed.length() == 1 && Character.isDigit(typed.charAt(0))) {
      int index = typed.charAt(0) - '1';
      if (index >= 0 && index < VIEWS.size()) {
        frame.show(VIEWS.get(index));
        event.consume();
      }
    }
  }
}
