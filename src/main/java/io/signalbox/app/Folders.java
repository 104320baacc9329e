package io.signalbox.app;

import java.nio.file.Path;
import java.util.Map;

/**
 * Where state, settings and cache are kept: the XDG folders when set, else their defaults below the
 * home folder, each in a folder of its own.
 *
 * @param state journals
 * @param settings the chosen profile, window and theme
 * @param cache what can be fetched again
 */
record Folders(Path home, Path state, Path settings, Path cache) {
  private static final String NAME = "signalbox";

  /** By the given environment, as the XDG base directory specification has it. */
  static Folders of(Map<String, String> environment, Path userHome) {
    String homeText = environment.getOrDefault("HOME", "");
    Path home = homeText.isEmpty() ? userHome : Path.of(homeText);
    return new Folders(
        home,
        folder(environment, "XDG_STATE_HOME", home.resolve(".local/state")),
        folder(environment, "XDG_CONFIG_HOME", home.resolve(".config")),
        folder(environment, "XDG_CACHE_HOME", home.resolve(".cache")));
  }

  private static Path folder(Map<String, String> environment, String variable, Path otherwise) {
    String value = environment.getOrDefault(variable, "");
    // the specification says that a relative path is to be ignored
    boolean absolute = !value.isEmpty() && Path.of(value).isAbsolute();
    return (absolute ? Path.of(value) : otherwise).resolve(NAME);
  }
}
