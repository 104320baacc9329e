package io.signalbox.ui.shell;

import io.signalbox.snapshot.SnapshotHub;
import io.signalbox.ui.fixture.FakeDesk;
import io.signalbox.ui.fixture.Fixture;
import io.signalbox.ui.kit.Pictures;
import io.signalbox.ui.theme.Theme;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.stage.Stage;
import javafx.util.Duration;

/**
 * A process of its own with a real window: the toolkit of the tests has no screen, and a process
 * has one toolkit only. Prints the window's size; writes two pictures to the folder it is given.
 */
public final class FullHdProcess {
  private FullHdProcess() {}

  /** Ends by itself. */
  public static void main(String[] arguments) {
    Path folder = Path.of(arguments[0]);
    Platform.startup(() -> open(folder));
  }

  private static void open(Path folder) {
    Stage stage = new Stage();
    stage.setX(0);
    stage.setY(0);
    stage.setWidth(1920);
    stage.setHeight(1080);
    ConsoleWindow window =
        new ConsoleWindow(Windows.context(new SnapshotHub(Fixture.trouble()), new FakeDesk()));
    window.theme(Theme.DARK);
    window.show(stage);
    // the server tells the window its size by an event, some pulses later
    PauseTransition settled = new PauseTransition(Duration.seconds(2));
    settled.setOnFinished(_ -> photograph(window, folder));
    settled.play();
  }

  private static void photograph(ConsoleWindow window, Path folder) {
    try {
      System.out.printf(
          "showing=%s size=%.0fx%.0f%n",
          window.scene().getWindow().isShowing(),
          window.scene().getWidth(),
          window.scene().getHeight());
      Pictures.write(window.scene(), folder.resolve("fleet-1080-dark.png"));
      window.theme(Theme.LIGHT);
      window.show(View.LINE);
      Pictures.write(window.scene(), folder.resolve("timeline-1080-light.png"));
      window.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      Platform.exit();
    }
  }
}
