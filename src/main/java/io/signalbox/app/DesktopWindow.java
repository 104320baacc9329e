package io.signalbox.app;

import io.signalbox.profile.Profile;
import io.signalbox.ui.shell.ConsoleContext;
import io.signalbox.ui.shell.ConsoleWindow;
import io.signalbox.ui.shell.FrameMark;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Starts the toolkit, shows the window, and waits until it is closed. */
final class DesktopWindow {
  private static final Logger LOG = LoggerFactory.getLogger(DesktopWindow.class);

  private DesktopWindow() {}

  /**
   * Blocks until the window is closed; 2 where this system cannot show one.
   *
   * @param memory where the window was; empty for one that is not remembered
   * @param onShown called on the FX thread once the window is shown
   */
  static int open(ConsoleContext context, Optional<WindowMemory> memory, Consumer<Stage> onShown)
      throws InterruptedException {
    CountDownLatch closed = new CountDownLatch(1);
    AtomicReference<@Nullable ConsoleWindow> window = new AtomicReference<>();
    try {
      Platform.startup(
          () -> {
            ConsoleWindow shown = new ConsoleWindow(context);
            window.set(shown);
            Stage stage = new Stage();
            WindowPlace place = new WindowPlace(stage, shown, memory);
            place.restore();
            stage.setOnHidden(
                _ -> {
                  place.keep();
                  closed.countDown();
                });
            shown.show(stage);
            onShown.accept(stage);
          });
    } catch (UnsupportedOperationException | IllegalStateException e) {
      LOG.debug("no window", e);
      System.err.println(
          "no window can be shown here ("
              + e.getMessage()
              + "); use the headless verbs, see"
              + " `signalbox --help`");
      return ExitCode.BAD_USAGE_OR_PROFILE;
    }
    closed.await();
    Platform.exit();
    return ExitCode.OK;
  }

  /** What the window is given by this station. */
  static ConsoleContext context(
      Station station, Profile profile, FrameMark mark, List<String> messages) {
    return new ConsoleContext(
        station.hub(),
        station.desk(),
        station.clock(),
        mark,
        profile.environment().colour(),
        profile.environment().protectedEnvironment(),
        messages,
        station.pollers()::askAll,
        new WebBrowser(),
        profile.thresholds());
  }
}
