package io.signalbox.app;

import io.signalbox.demo.DemoOptions;
import io.signalbox.demo.DemoWorld;
import io.signalbox.demo.Scenario;
import io.signalbox.profile.Profile;
import io.signalbox.profile.read.ProfileReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** A demo world in a folder of the test's own, and a console there that looks at it. */
final class DemoRig implements AutoCloseable {
  final DemoWorld world;
  final Surroundings surroundings;
  private final List<WindowRig> windows = new ArrayList<>();

  DemoRig(Scenario scenario, Path home) throws IOException {
    Files.createDirectories(home);
    world = DemoWorld.start(new DemoOptions(scenario, 5, Clock.systemUTC(), home));
    surroundings = Surroundings.ofThisProcess().at(home);
  }

  /** The profile that the world wrote. */
  Profile profile() {
    return Objects.requireNonNull(new ProfileReader(world.home()).read(world.profile()).profile());
  }

  /** Runs a verb that takes the world's profile. */
  Run verb(String verb, String... more) {
    List<String> words = new ArrayList<>(List.of(verb, "--profile", world.profile().toString()));
    words.addAll(List.of(more));
    return Run.of(surroundings, words.toArray(String[]::new));
  }

  /**
   * The window of this world, closed with it.
   *
   * @param longest how long anything in it is waited for
   */
  WindowRig window(Duration longest) throws InterruptedException {
    return window(profile(), longest);
  }

  /** As {@link #window(Duration)}, with a profile that is not just the world's. */
  WindowRig window(Profile profile, Duration longest) throws InterruptedException {
    WindowRig made = new WindowRig(profile, surroundings, DesktopStart.DEMO, longest);
    windows.add(made);
    return made;
  }

  @Override
  public void close() throws Exception {
    windows.forEach(WindowRig::close);
    world.close();
  }
}
