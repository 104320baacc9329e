package io.signalbox.runbook;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** The expressions of a query block: one a line, or over several lines while something is open. */
final class Queries {
  private static final Pattern OPEN_END =
      Pattern.compile(
          "(?s).*([-+*/%^=<>~!,({\\[|]|\\b(and|or|unless|by|without|on|ignoring|bool|offset"
              + "|group_left|group_right))\\s*");
  private static final Pattern OPEN_START =
      Pattern.compile(
          "\\s*([-+*/%^=<>!,)}\\]|]|(and|or|unless|by|without|on|ignoring|bool|offset|group_left"
              + "|group_right)\\b).*");

  private Queries() {}

  /** Each in one line, without comments. */
  static List<String> split(String text) {
    List<String> queries = new ArrayList<>();
    StringBuilder open = new StringBuilder();
    for (String raw : text.split("\n", -1)) {
      String line = withoutComment(raw).strip();
      boolean goesOn =
          !open.isEmpty()
              && !line.isEmpty()
              && (depth(open) > 0
                  || OPEN_END.matcher(open).matches()
                  || OPEN_START.matcher(line).matches());
      if (goesOn) {
        open.append(' ').append(line);
      } else if (!line.isEmpty() || depth(open) == 0) {
        close(open, queries);
        open.append(line);
      }
    }
    close(open, queries);
    return queries;
  }

  private static void close(StringBuilder open, List<String> into) {
    if (!open.toString().isBlank()) {
      into.add(open.toString());
    }
    open.setLength(0);
  }

  private static int depth(CharSequence text) {
    return unquoted(text)
        .map(
            i ->
                "({[".indexOf(text.charAt(i)) >= 0
                    ? 1
                    : ")}]".indexOf(text.charAt(i)) >= 0 ? -1 : 0)
        .sum();
  }

  /** The comment of a line, empty for none. */
  static String comment(String line) {
    return line.substring(withoutComment(line).length()).replaceFirst("^#+", "").strip();
  }

  private static String withoutComment(String line) {
    int end = unquoted(line).filter(i -> line.charAt(i) == '#').findFirst().orElse(line.length());
    return line.substring(0, end);
  }

  /** Where the text is outside of quotes, in order; a quote that is open at its end holds on. */
  private static IntStream unquoted(CharSequence text) {
    IntStream.Builder places = IntStream.builder();
    char quote = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (quote == 0 && "\"'`".indexOf(c) >= 0) {
        quote = c;
      } else if (quote == 0) {
        places.add(i);
      } else if (c == '\\' && quote != '`') {
        i++;
      } else if (c == quote) {
        quote = 0;
      }
    }
    return places.build();
  }
}
