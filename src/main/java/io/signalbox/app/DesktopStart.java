package io.signalbox.app;

import io.signalbox.demo.DemoOptions;
import io.signalbox.demo.DemoWorld;
import io.signalbox.demo.Scenario;
import io.signalbox.notice.DesktopNotifier;
import io.signalbox.notice.Notifier;
import io.signalbox.profile.EnvironmentProfile;
import io.signalbox.profile.Profile;
import io.signalbox.profile.read.ProfileReader;
import io.signalbox.profile.read.ProfileResult;
import io.signalbox.ui.shell.ConsoleContext;
import io.signalbox.ui.shell.FrameMark;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.stage.Stage;

/** Opens the window on a profile, or on the demo world where there is none yet. */
final class DesktopStart {
  static final FrameMark DEMO = new FrameMark("DEMO", true);
  private final Surroundings surroundings;
  private final Consumer<Stage> onShown;

  DesktopStart(Surroundings surroundings) {
    this(surroundings, _ -> {});
  }

  /**
   * As above.
   *
   * @param onShown called on the FX thread once the window is shown
   */
  DesktopStart(Surroundings surroundings, Consumer<Stage> onShown) {
    this.surroundings = surroundings;
    this.onShown = onShown;
  }

  /**
   * Blocks until the window is closed.
   *
   * @param profile the file named on the command line, empty for the one in the settings folder
   */
  int open(String profile) throws IOException, InterruptedException {
    Path usual = surroundings.folders().settings().resolve("profile.yaml");
    if (profile.isEmpty() && !Files.exists(usual)) {
      String message =
          "There is no profile at "
              + usual
              + " yet, so this is the demo world. README.md says how"
              + " to write a first profile.";
      return demo(Scenario.PRIMARY_OFFLINE, 1, List.of(message));
    }
    Path file = profile.isEmpty() ? usual : Path.of(profile);
    return window(ToolkitStart.begin(), file, surroundings, FrameMark.NONE, List.of());
  }

  /** Opens the window on a demo world that lasts as long as the window. */
  int demo(Scenario scenario, long seed, List<String> messages)
      throws IOException, InterruptedException {
    ToolkitStart toolkit = ToolkitStart.begin();
    try (DemoHome home = new DemoHome();
        DemoWorld world =
            DemoWorld.start(new DemoOptions(scenario, seed, surroundings.clock(), home.path()))) {
      return window(toolkit, world.profile(), surroundings.at(home.path()), DEMO, messages);
    }
  }

  private int window(
      ToolkitStart toolkit, Path file, Surroundings at, FrameMark mark, List<String> messages)
      throws InterruptedException {
    ProfileResult result = new ProfileReader(at.folders().home()).read(file);
    List<String> shown = new ArrayList<>(messages);
    shown.addAll(ProfileWords.of(file, result));
    Profile profile = result.profile() == null ? nothing(file) : result.profile();
    try (Station station = new Station(profile, at)) {
      station.start();
      station.watchRemains();
      Optional<WindowMemory> memory =
          mark.striped()
              ? Optional.empty()
              : Optional.of(new WindowMemory(at.folders().settings()));
      ConsoleContext context = DesktopWindow.context(station, profile, mark, shown, notifier());
      return DesktopWindow.open(toolkit, context, memory, onShown);
    }
  }

  /**
   * The desktop's own, also for a demo world; none for a window in memory, before which nobody is.
   */
  private Notifier notifier() {
    return HeadlessToolkit.chosen()
        ? Notifier.NONE
        : DesktopNotifier.of(
            System.getProperty("os.name", ""),
            surroundings.environment(),
            task -> Thread.ofVirtual().name("notice").start(task));
  }

  /**
   * An environment without a source: the window then holds the messages and says it knows nothing.
   */
  private static Profile nothing(Path file) {
    return Profile.empty(file, new EnvironmentProfile("no profile", "grey", true, true));
  }
}
