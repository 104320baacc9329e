package io.signalbox.remote.durable;

import io.signalbox.interlock.RemoteCommand;
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
 * @param input text that the command finds opened as {@link #INPUT}: it lies in the run's folder,
 *     for its user alone, and is no argument of any process; empty for none
 */
public record RunKit(
    String directory, Map<String, String> environment, Map<String, String> files, String input) {
  /** Where a command finds its input, by a name that is the same in every run's folder. */
  public static final String INPUT = "/dev/fd/3";

  /** What the input is called in the run's folder. */
  public static final String INPUT_FILE = "vars.json";

  /** Nothing. */
  public static final RunKit NONE = new RunKit("", Map.of(), Map.of());

  /** The run's own folder, in front of a value. */
  public static final String FOLDER = "%FOLDER%";

  /** For a command without input. */
  public RunKit(String directory, Map<String, String> environment, Map<String, String> files) {
    this(directory, environment, files, "");
  }

  /** What a plan holds that gives a run its input: the verb of the script that is sent. */
  public static RemoteCommand inputCommand(String host, String input) {
    return new RemoteCommand(host, List.of("/bin/sh", "-s", "supply", INPUT_FILE, INPUT, input));
  }

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
   * The definition of {@code supply}, which puts the files into a folder; empty for {@link #NONE},
   * so that a plain run is the script and its call alone.
   */
  String supply() {
    if (equals(NONE)) {
      return "";
    }
    StringBuilder lines = new StringBuilder("supply() {\n:");
    files.forEach((name, text) -> write(lines, name, text));
    if (!input.isEmpty()) {
      write(lines, INPUT_FILE, input);
    }
    if (!directory.isEmpty() || !environment.isEmpty() || !input.isEmpty()) {
      String place = directory.isEmpty() ? "" : "cd " + word(directory) + " || exit 66\n";
      String open = input.isEmpty() ? "" : "exec 3<\"$dir/" + INPUT_FILE + "\"\n";
      write(lines, "kit", open + place + exports());
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
