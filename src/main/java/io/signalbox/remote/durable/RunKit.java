package io.signalbox.remote.durable;

import io.signalbox.remote.CommandLine;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a run finds where it begins. The environment is no argument of any process: it is read from
 * the run's own folder, once.
 *
 * @param directory where it runs, empty for the home folder
 * @param environment names and values; {@link #FOLDER} in front of a value is the run's own folder
 * @param files names below the run's folder, at most one folder deep, and their text
 */
public record RunKit(String directory, Map<String, String> environment, Map<String, String> files) {
  /** Nothing. */
  public static final RunKit NONE = new RunKit("", Map.of(), Map.of());

  /** The run's own folder, in front of a value. */
  public static final String FOLDER = "%FOLDER%";

  /** Sorts and copies. */
  public RunKit {
    environment = java.util.Collections.unmodifiableMap(new TreeMap<>(environment));
    files = java.util.Collections.unmodifiableMap(new TreeMap<>(files));
    for (String name : environment.keySet()) {
      if (!name.matches("[A-Za-z_][A-Za-z0-9_]*")) {
        throw new IllegalArgumentException("no name of an environment variable: " + name);
      }
    }
    for (String name : files.keySet()) {
      if (!name.matches("[a-z_]+(/[a-z_.]+)?")) {
        throw new IllegalArgumentException("no name of a file of a run: " + name);
      }
    }
  }

  private static String word(String text) {
    return CommandLine.quote(List.of(text));
  }

  /** Lines that set the environment; {@code $dir} is the folder. */
  String exports() {
    StringBuilder lines = new StringBuilder();
    environment.forEach(
        (name, value) -> {
          boolean own = value.startsWith(FOLDER);
          String rest = own ? value.substring(FOLDER.length()) : value;
          lines.append("export ").append(name).append('=');
          lines.append(own ? "\"$dir\"" : "").append(own && rest.isEmpty() ? "" : word(rest));
          lines.append('\n');
        });
    return lines.toString();
  }

  /**
   * The definition of {@code supply}, which puts the files into a folder; empty where there is
   * nothing to put, so that the call alone stands behind the script (see {@link
   * DurableScript#callIn}).
   */
  String supply() {
    if (equals(NONE)) {
      return "";
    }
    StringBuilder lines = new StringBuilder("supply() {\n:");
    files.forEach((name, text) -> write(lines, name, text));
    if (!directory.isEmpty() || !environment.isEmpty()) {
      String place = directory.isEmpty() ? "" : "cd " + word(directory) + " || exit 66\n";
      write(lines, "kit", place + exports());
    }
    return lines.append("\n}\n").toString();
  }

  private static void write(StringBuilder lines, String name, String text) {
    int slash = name.indexOf('/');
    if (slash > 0) {
      lines.append(" &&\n mkdir -p \"$1/").append(name, 0, slash).append('"');
    }
    lines.append(" &&\n printf %s ").append(word(text)).append(" >\"$1/").append(name).append('"');
  }
}
