package io.signalbox.ui.runbook;

import javafx.scene.control.ListView;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyEvent;

/** The keys of the reader; what a field or a button has used does not get here. */
final class ReaderKeys {
  private static final double LINE = 48;

  private final Reader reader;

  ReaderKeys(Reader reader) {
    this.reader = reader;
  }

  void install() {
    reader.addEventHandler(KeyEvent.KEY_PRESSED, this::onKey);
  }

  private void onKey(KeyEvent event) {
    if (event.getTarget() instanceof TextInputControl
        || event.isShortcutDown()
        || event.isAltDown()) {
      return;
    }
    if (work(event) || (!(event.getTarget() instanceof ListView<?>) && scroll(event))) {
      event.consume();
    }
  }

  private boolean work(KeyEvent event) {
    switch (event.getCode()) {
      case J -> reader.step(1);
      case K -> reader.step(-1);
      case R -> reader.press();
      case S -> reader.skip();
      case P -> reader.pause();
      case F -> reader.large(!reader.isLarge());
      case E -> reader.fields();
      case ESCAPE -> {
        if (!reader.dismiss()) {
          if (!reader.isLarge()) {
            return false;
          }
          reader.large(false);
        }
      }
      default -> {
        return false;
      }
    }
    return true;
  }

  private boolean scroll(KeyEvent event) {
    BlockFlow flow = reader.flow();
    if (flow == null) {
      return false;
    }
    switch (event.getCode()) {
      case UP -> flow.scrollBy(-LINE);
      case DOWN -> flow.scrollBy(LINE);
      case PAGE_UP -> flow.scrollBy(-flow.page());
      case PAGE_DOWN, SPACE -> flow.scrollBy(event.isShiftDown() ? -flow.page() : flow.page());
      case HOME -> flow.toStart();
      case END -> flow.toEnd();
      default -> {
        return false;
      }
    }
    return true;
  }
}
