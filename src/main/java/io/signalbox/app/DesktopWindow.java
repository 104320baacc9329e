package io.signalbox.app;

import io.signalbox.notice.Notifier;
import io.signalbox.profile.Profile;
import io.signalbox.ui.fx.FxHop;
import io.signalbox.ui.shell.ConsoleContext;
import io.signalbox.ui.shell.ConsoleWindow;
import io.signalbox.ui.shell.FrameMark;
import java.lang.ref.Reference;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.stage.Stage;

/** Starts the toolkit, shows the window, and waits until it is closed. */
final class DesktopWindow {
  private DesktopWindow() {}

  /**
   * Blocks until the window is closed; 2 where this system cannot show one.
   *
   * @param toolkit which was begun earlier
   * @param memory where the window was; empty for one that is not remembered
   * @param onShown called on the FX thread once the window is shown
   */
  static int open(
      ToolkitStart toolkit,
      ConsoleContext context,
      Optional<WindowMemory> memory,
      Consumer<Stage> onShown)
      throws InterruptedException {
    CountDownLatch closed = new CountDownLatch(1);
    String obstacle = toolkit.obstacle();
    if (!obstacle.isEmpty()) {
      System.err.println(
          "no window can be shown here ("
              + obstacle
              + "); use the headless verbs, see `signalbox --help`");
      return ExitCode.BAD_USAGE_OR_PROFILE;
    }
    try {
      ConsoleWindow shown =
          FxHop.call(
                  () -> {
                    ConsoleWindow window = new ConsoleWindow(context);
                    Stage stage = new Stage();
                    WindowPlace place = new WindowPlace(stage, window, memory);
                    place.restore();
                    stage.setOnHidden(
                        _ -> {
                          place.keep();
                          closed.countDown();
                        });
                    window.show(stage);
                    onShown.accept(stage);
                    return window;
                  })
              .get();
      closed.await();
      Reference.reachabilityFence(shown);
      return ExitCode.OK;
    } catch (ExecutionException e) {
      throw new IllegalStateException("the window could not be made", e.getCause());
    } finally {
      Platform.exit();
    }
  }

  /** What the window is given by this station. */
  static ConsoleContext context(
      Station station, Profile profile, FrameMark mark, List<String> messages, Notifier notifier) {
    return new ConsoleContext(
        station.hub(),
        station.desk(),
        station.journal(),
        new RunbookDesk(profile, station.procedure(), station.desk()::actor),
        station.rollbacks(),
        profile,
        station.clock(),
        mark,
        messages,
        station.pollers()::askAll,
        new WebBrowser(),
        notifier);
  }
}
