package io.signalbox.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Splits a query into words, quoted strings (kept with one leading quote) and signs. */
final class QueryLexer {
  private static final Pattern TOKEN =
      Pattern.compile(
          "\\s*(?:([a-zA-Z_:][a-zA-Z0-9_:]*)"
              + "|\"((?:[^\"\\\\\\n]|\\\\.)*)\"|'((?:[^'\\\\\\n]|\\\\.)*)'"
              + "|(=~|!~|!=|==|>=|<=|[(){}\\[\\],=<>+\\-*/%^@:])"
              + "|([0-9][0-9a-zA-Z.]*))");

  private QueryLexer() {}

  static List<String> tokens(String query) throws QueryRefused {
    if (query.isBlank()) {
      throw QueryRefused.parameter("query", "1:1: parse error: no expression found in input");
    }
    List<String> tokens = new ArrayList<>();
    Matcher matcher = TOKEN.matcher(query);
    int at = 0;
    String rest = query.stripTrailing();
    while (at < rest.length()) {
      if (!matcher.region(at, rest.length()).lookingAt()) {
        throw QueryRefused.malformed("unexpected character at " + (at + 1));
      }
      String doubled = matcher.group(2);
      String single = matcher.group(3);
      String text = doubled != null ? doubled : single;
      tokens.add(text != null ? "\"" + unescaped(text) : matcher.group().strip());
      at = matcher.end();
    }
    balanced(tokens);
    return tokens;
  }

  private static void balanced(List<String> tokens) throws QueryRefused {
    StringBuilder open = new StringBuilder();
    for (String token : tokens) {
      int opening = "([{".indexOf(token);
      int closing = ")]}".indexOf(token);
      if (opening >= 0) {
        open.append(")]}".charAt(opening));
      } else if (closing >= 0) {
        if (open.isEmpty() || open.charAt(open.length() - 1) != token.charAt(0)) {
          throw QueryRefused.malformed("unexpected \"" + token + "\"");
        }
        open.setLength(open.length() - 1);
      }
    }
    if (!open.isEmpty()) {
      throw QueryRefused.malformed("unclosed left parenthesis");
    }
  }

  private static String unescaped(String text) {
    StringBuilder plain = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\\' && i + 1 < text.length()) {
        char next = text.charAt(++i);
        plain.append(next == 'n' ? '\n' : next == 't' ? '\t' : next);
      } else {
        plain.append(c);
      }
    }
    return plain.toString();
  }
}
