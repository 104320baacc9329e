package io.signalbox.runbook.shell;

import java.util.List;
import java.util.regex.Pattern;

/** What awk and sed do, read from their programs; whatever is not understood does not only read. */
final class TextTools {
  private static final String ADDRESS =
      "(?:[0-9]++(?:~[0-9]++)?+|\\$|[\uE000-\uF8FF]++|/(?:\\\\.|[^/\\\\\\n])++/[IM]*+)";
  private static final String COMMAND =
      "(?:[pdqQ=nNDPhHgGxlF][0-9]*+|([sy])([^\\w\\s\\\\])(?:\\\\.|(?!\\2)[^\\\\])*+\\2"
          + "(?:\\\\.|(?!\\2)[^\\\\])*+\\2[gpiIM0-9]*+(?=[;}\\s]|$))";
  private static final Pattern SED =
      Pattern.compile(
          "(?s)(?:[;{}\\s]++|(?:"
              + ADDRESS
              + "(?:\\s*+,\\s*+(?:[+~][0-9]++|"
              + ADDRESS
              + "))?+\\s*+!?+\\s*+)?+(?:"
              + COMMAND
              + "|(?=\\{)))*+");
  private static final String STRINGS = "\"(?:\\\\.|[^\"\\\\])*+\"";
  private static final String PATTERNS = "/(?:\\\\.|[^/\\\\\\n])++/";
  private static final Pattern SENDS = Pattern.compile("print[^;}]*?(>|(?<!\\|)\\|(?!\\|))");
  private static final Pattern RUNS = Pattern.compile("\\bsystem\\b|@|\\|&?\\s*(\"|getline)");

  private TextTools() {}

  /** True where awk only reads. */
  static boolean awk(List<String> arguments) {
    int at = 0;
    while (at < arguments.size() && arguments.get(at).startsWith("-")) {
      String option = arguments.get(at);
      if (!option.matches("-[Fv].*|--(field-separator|assign)=.*|--(re-interval|posix)?|-[nNSP]")) {
        return false;
      }
      at += option.matches("-[Fv]") ? 2 : 1;
      if (option.equals("--")) {
        break;
      }
    }
    if (at >= arguments.size()) {
      return true;
    }
    String program = arguments.get(at);
    String plain = program.replaceAll(STRINGS, "\"\"");
    String bare = plain.replaceAll(PATTERNS, "//");
    return !RUNS.matcher(program).find()
        && !SENDS.matcher(bare).find()
        && !(SENDS.matcher(plain).find() && plain.matches("(?s).*[\\w)\\]]\\s*/.*"));
  }

  /** True where sed only reads. */
  static boolean sed(List<String> arguments) {
    boolean script = false;
    boolean positional = false;
    for (int i = 0; i < arguments.size(); i++) {
      String word = arguments.get(i);
      if (word.matches("-[nErzus]*e|--expression")) {
        script = true;
        if (++i < arguments.size() && !harmless(arguments.get(i))) {
          return false;
        }
      } else if (word.matches("(?s)-[nErzus]*e.+|--expression=.*")) {
        script = true;
        if (!harmless(word.replaceFirst("(?s)^(-[nErzus]*e|--expression=)", ""))) {
          return false;
        }
      } else if (word.startsWith("-") && word.length() > 1) {
        if (!word.matches("-[nErzus]+|--(quiet|silent|regexp-extended|null-data|separate|posix)")) {
          return false;
        }
      } else if (!positional) {
        positional = true;
        if (!script && !harmless(word)) {
          // a script given by -e behind a file makes this a file: in doubt, not only reading
          return false;
        }
      }
    }
    return true;
  }

  private static boolean harmless(String script) {
    return SED.matcher(script).matches();
  }
}
