package io.signalbox.ui.kit;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** An argument vector as a line that a POSIX shell would read back as the same vector. Pure. */
public final class CommandText {
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_@%+=:,./-]+");

  private CommandText() {}

  /** For reading and copying only; what is sent is quoted by the remote room. */
  public static String of(List<String> argv) {
    return argv.stream().map(CommandText::word).collect(Collectors.joining(" "));
  }

  private static String word(String argument) {
    return PLAIN.matcher(argument).matches()
        ? argument
        : "'" + argument.replace("'", "'\\''") + "'";
  }
}
