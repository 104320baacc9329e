package io.signalbox.remote;

import io.signalbox.text.SafeText;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The only place where an argument vector becomes text. SSH carries one string, which the login
 * shell on the other side parses again: POSIX quoting keeps every argument byte for byte.
 */
public final class CommandLine {
  private static final String PLAIN = "_@%+=:,./-";

  private CommandLine() {}

  /**
   * The command for a POSIX shell.
   *
   * @throws IllegalArgumentException for an argument with a NUL, which no process can be given, or
   *     with half a surrogate pair, which has no bytes of its own; or without any argument
   */
  public static String quote(List<String> argv) {
    if (argv.isEmpty()) {
      throw new IllegalArgumentException("a command needs a program");
    }
    return argv.stream().map(CommandLine::word).collect(Collectors.joining(" "));
  }

  /** The same as the first line of its output: nothing in it works or hides. */
  public static String shown(List<String> argv) {
    return "$ " + SafeText.exact(quote(argv));
  }

  private static String word(String argument) {
    argument.codePoints().forEach(CommandLine::check);
    boolean plain = !argument.isEmpty() && argument.codePoints().allMatch(CommandLine::plain);
    return plain ? argument : "'" + argument.replace("'", "'\\''") + "'";
  }

  private static void check(int point) {
    if (point == 0) {
      throw new IllegalArgumentException("an argument holds a NUL; nothing was sent");
    }
    if (point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE) {
      throw new IllegalArgumentException("an argument is not valid Unicode; nothing was sent");
    }
  }

  private static boolean plain(int point) {
    return (point >= 'a' && point <= 'z')
        || (point >= 'A' && point <= 'Z')
        || (point >= '0' && point <= '9')
        || PLAIN.indexOf(point) >= 0;
  }
}
