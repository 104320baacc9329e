package io.signalbox.app;

import static org.awaitility.Awaitility.await;

import io.signalbox.notice.Notifier;
import io.signalbox.profile.Profile;
import io.signalbox.ui.fixture.Fx;
import io.signalbox.ui.fixture.Seen;
import io.signalbox.ui.shell.ConsoleWindow;
import io.signalbox.ui.shell.FrameMark;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.stage.Stage;
import org.awaitility.core.ConditionTimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * A station and its window, as the product puts them together, and what a test does with it. What
 * reads is for the FX thread, where the conditions of {@link #until(BooleanSupplier)} are asked;
 * what presses, writes and waits is for the test's own thread.
 */
final class WindowRig implements AutoCloseable {
  final Station station;
  final ConsoleWindow window;
  private final Duration longest;

  /**
   * Shown, in the upper left corner, once every source was asked.
   *
   * @param longest how long anything is waited for
   */
  WindowRig(Profile profile, Surroundings surroundings, FrameMark mark, Duration longest)
      throws InterruptedException {
    this.longest = longest;
    station = new Station(profile, surroundings);
    station.start();
    var _ = station.awaitFirstReadings();
    window =
        Fx.call(
            () -> {
              Stage stage = new Stage();
              stage.setX(0);
              stage.setY(0);
              ConsoleWindow made =
                  new ConsoleWindow(
                      DesktopWindow.context(station, profile, mark, List.of(), Notifier.NONE));
              made.show(stage);
              return made;
            });
  }

  /** The first node that matches, null where there is none; hidden ones count. */
  @Nullable Node find(String selector) {
    return window.scene().lookup(selector);
  }

  /** The words of what matches, empty where there is none. */
  String said(String selector) {
    return find(selector) instanceof Labeled label ? label.getText() : "";
  }

  /** All that is to be read on labels and buttons, a line each. */
  String text() {
    return words().collect(Collectors.joining("\n", "", "\n"));
  }

  /** Whether these words are to be read somewhere. */
  boolean shows(String text) {
    return words().anyMatch(one -> one.contains(text));
  }

  private Stream<String> words() {
    return Seen.words(window.scene().getRoot());
  }

  private @Nullable ButtonBase button(String text) {
    return Seen.nodes(window.scene().getRoot())
        .filter(node -> node instanceof ButtonBase one && text.equals(one.getText()))
        .map(ButtonBase.class::cast)
        .filter(one -> !one.isDisabled())
        .findFirst()
        .orElse(null);
  }

  /** Waits for a button with these words that can be pressed, and presses it. */
  void press(String text) {
    until(() -> button(text) != null);
    Fx.run(() -> Objects.requireNonNull(button(text), text).fire());
  }

  /** Waits for a button that matches, and presses it. */
  void fire(String selector) {
    until(() -> find(selector) instanceof ButtonBase);
    Fx.run(() -> ((ButtonBase) Objects.requireNonNull(find(selector), selector)).fire());
  }

  /** Waits for a field that matches, and puts this text into it. */
  void write(String selector, String text) {
    until(() -> find(selector) instanceof TextField);
    Fx.run(() -> ((TextField) Objects.requireNonNull(find(selector), selector)).setText(text));
  }

  /** Waits until these words are to be read somewhere. */
  void until(String text) {
    until("these words: " + text, () -> shows(text));
  }

  /** Waits until this is so. */
  void until(BooleanSupplier onFx) {
    until("something", onFx);
  }

  private void until(String what, BooleanSupplier onFx) {
    try {
      await().atMost(longest).until(() -> Fx.call(onFx::getAsBoolean));
    } catch (ConditionTimeoutException e) {
      throw new AssertionError(
          "waited in vain for " + what + "; the window says: " + Fx.call(this::text), e);
    }
  }

  @Override
  public void close() {
    Fx.run(window::close);
    station.close();
  }
}
