package io.signalbox.app;

import io.signalbox.handover.Pause;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;

/**
 * What the process finds around itself; tests and the demo world give others.
 *
 * @param actor who acts, as the operating system names them
 * @param pause how a move of the role waits between two looks
 */
record Surroundings(
    Clock clock, Map<String, String> environment, Folders folders, String actor, Pause pause) {
  /** Where waiting takes its time. */
  Surroundings(Clock clock, Map<String, String> environment, Folders folders, String actor) {
    this(clock, environment, folders, actor, Pause.real());
  }

  /** The real ones. */
  static Surroundings ofThisProcess() {
    Map<String, String> environment = System.getenv();
    Folders folders = Folders.of(environment, Path.of(System.getProperty("user.home", ".")));
    String actor = System.getProperty("user.name", "unknown");
    return new Surroundings(Clock.systemUTC(), environment, folders, actor);
  }

  /** This machine's name, as others see it beside a lock. */
  String machine() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      return "an unnamed machine";
    }
  }

  /** The same clock and actor, but everything kept below another home and no variable inherited. */
  Surroundings at(Path home) {
    Map<String, String> bare =
        Map.of("HOME", home.toString(), "PATH", environment.getOrDefault("PATH", ""));
    return new Surroundings(clock, bare, Folders.of(bare, home), actor, pause);
  }
}
