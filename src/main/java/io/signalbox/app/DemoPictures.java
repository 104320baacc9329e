package io.signalbox.app;

import io.signalbox.demo.DemoOptions;
import io.signalbox.demo.DemoWorld;
import io.signalbox.demo.Scenario;
import io.signalbox.model.RunnerTruth;
import io.signalbox.notice.Notifier;
import io.signalbox.profile.Profile;
import io.signalbox.profile.read.ProfileReader;
import io.signalbox.snapshot.Snapshot;
import io.signalbox.ui.fx.FxHop;
import io.signalbox.ui.kit.Pictures;
import io.signalbox.ui.shell.ConsoleWindow;
import io.signalbox.ui.shell.View;
import io.signalbox.ui.theme.Theme;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.application.Platform;

/** Renders the main views of a demo world without a window, in both themes. */
final class DemoPictures {
  private static final long LONGEST_SECONDS = 60;
  private final Surroundings surroundings;
  private final Scenario scenario;
  private final long seed;
  private final Path folder;
  private final boolean drill;

  DemoPictures(
      Surroundings surroundings, Scenario scenario, long seed, Path folder, boolean drill) {
    this.surroundings = surroundings;
    this.scenario = scenario;
    this.seed = seed;
    this.folder = folder;
    this.drill = drill;
  }

  /**
   * Writes fleet, timeline, detail and confirmation, then runs the drill where one was asked for;
   * the text holds the fleet as a table.
   */
  DemoDrill.Outcome write() throws IOException, InterruptedException {
    try (DemoHome home = new DemoHome();
        DemoWorld world =
            DemoWorld.start(new DemoOptions(scenario, seed, surroundings.clock(), home.path()))) {
      Surroundings at = surroundings.at(home.path());
      Profile profile = new ProfileReader(home.path()).read(world.profile()).profile();
      if (profile == null) {
        throw new IOException("the demo world wrote a profile that cannot be read");
      }
      try (Station station = new Station(profile, at)) {
        station.start();
        Snapshot snapshot = station.awaitFirstReadings();
        station.desk().unlock("to show the confirmation in the demo world");
        String runner = subject(snapshot);
        render(station, profile, runner);
        String fleet = new StatusTable(station.hub().latest()).text() + "\n";
        if (!drill) {
          return new DemoDrill.Outcome(fleet, ExitCode.OK);
        }
        DemoDrill.Outcome drilled = new DemoDrill(station.desk(), at.clock()).restart(runner);
        return new DemoDrill.Outcome(fleet + drilled.text(), drilled.code());
      }
    }
  }

  /** The runner to look at: the worst one that a step can be run on. */
  private static String subject(Snapshot snapshot) {
    return snapshot.runners().stream()
        .filter(runner -> !runner.unit().isEmpty() && !runner.busy())
        .map(RunnerTruth::name)
        .findFirst()
        .orElseThrow();
  }

  private void render(Station station, Profile profile, String runner)
      throws IOException, InterruptedException {
    Platform.startup(() -> {});
    ConsoleWindow window =
        onFx(
            () ->
                new ConsoleWindow(
                    DesktopWindow.context(
                        station, profile, DesktopStart.DEMO, List.of(), Notifier.NONE)));
    for (Theme theme : Theme.values()) {
      String suffix = "-" + theme.name().toLowerCase(Locale.ROOT) + ".png";
      onFx(() -> views(window, theme, suffix, runner));
      CompletableFuture<Boolean> ready = onFx(() -> cardReady(window, runner));
      await(ready);
      onFx(() -> confirmation(window, suffix));
    }
    onFx(
        () -> {
          window.close();
          return true;
        });
    Platform.exit();
  }

  private boolean views(ConsoleWindow window, Theme theme, String suffix, String runner)
      throws IOException {
    window.theme(theme);
    window.closeOverlays();
    window.select("");
    window.show(View.FLEET);
    window.tick();
    Pictures.write(window.scene(), folder.resolve("fleet" + suffix));
    window.select(runner);
    Pictures.write(window.scene(), folder.resolve("detail" + suffix));
    window.select("");
    window.show(View.LINE);
    Pictures.write(window.scene(), folder.resolve("timeline" + suffix));
    window.show(View.FLEET);
    window.select(runner);
    return true;
  }

  private static CompletableFuture<Boolean> cardReady(ConsoleWindow window, String runner) {
    CompletableFuture<Boolean> ready = new CompletableFuture<>();
    window.proposeRestart(runner);
    var _ =
        window
            .cardReady()
            .subscribe(
                isReady -> {
                  if (isReady) {
                    ready.complete(true);
                  }
                });
    return ready;
  }

  private boolean confirmation(ConsoleWindow window, String suffix) throws IOException {
    window.tick();
    Pictures.write(window.scene(), folder.resolve("confirmation" + suffix));
    window.closeOverlays();
    return true;
  }

  private static <T> T onFx(Callable<T> step) throws IOException, InterruptedException {
    return await(FxHop.call(step));
  }

  private static <T> T await(CompletableFuture<T> done) throws IOException, InterruptedException {
    try {
      return done.get(LONGEST_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new IOException("the demo world could not be rendered: " + e, e);
    }
  }
}
