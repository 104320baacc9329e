package io.signalbox.ui.shell;

import io.signalbox.ui.fixture.Fx;
import io.signalbox.ui.fixture.Seen;
import io.signalbox.ui.runbook.Opening;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.text.Text;

/** Works a window's runbooks from a test, by keys and by what is to be read. */
record RunbookDriver(ConsoleWindow window) {
  void open(String file) {
    Fx.run(() -> window.frame().runbooks().open(Opening.of(file)));
    settle();
  }

  /** The alert at this place of the list, and B. */
  void fromAlert(int index) {
    Fx.run(() -> window.show(View.ALERTS));
    settle();
    Fx.run(
        () -> {
          ListView<?> list = (ListView<?>) node(".alert-list");
          list.getSelectionModel().clearAndSelect(index);
          press(list, KeyCode.B, false);
        });
    settle();
  }

  void key(KeyCode code) {
    Fx.run(() -> press(node(".block-flow"), code, false));
    settle();
  }

  void altLeft() {
    Fx.run(() -> press(node(".block-flow"), KeyCode.LEFT, true));
    settle();
  }

  void enter(Node node) {
    Fx.run(() -> press(node, KeyCode.ENTER, false));
    settle();
  }

  private static void press(Node node, KeyCode code, boolean alt) {
    node.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, alt, false));
  }

  void type(String selector, String text) {
    Fx.run(() -> ((TextField) node(selector)).setText(text));
    settle();
  }

  void fire(String selector) {
    Fx.run(() -> ((Button) node(selector)).fire());
    settle();
  }

  /** A running text with exactly these words. */
  Text link(String words) {
    return Fx.call(
        () ->
            Seen.nodes(window.scene().getRoot())
                .filter(node -> node instanceof Text text && text.getText().equals(words))
                .map(Text.class::cast)
                .findFirst()
                .orElseThrow());
  }

  /** Everything that is to be read in the window, one line each. */
  String read() {
    return Fx.call(
        () -> {
          StringBuilder words = new StringBuilder();
          for (Node node : Seen.nodes(window.scene().getRoot()).toList()) {
            if (node instanceof Labeled label && label.getText() != null) {
              words.append(label.getText()).append('\n');
            } else if (node instanceof Text text && text.getStyleClass().contains("run")) {
              words.append(text.getText()).append('\n');
            }
          }
          return words.toString();
        });
  }

  Node node(String selector) {
    return Objects.requireNonNull(window.scene().lookup(selector), selector);
  }

  void settle() {
    for (int pulse = 0; pulse < 3; pulse++) {
      Fx.run(
          () -> {
            window.scene().getRoot().applyCss();
            window.scene().getRoot().layout();
          });
    }
  }
}
