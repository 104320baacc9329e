package io.signalbox.runbook.shell;

import java.util.ArrayList;
import java.util.List;

/** Reads words: quotes, escapes, expansions; hands what is substituted back to the reader. */
final class WordReader {
  private static final String META = " \t\n;&|<>()";
  private static final int DEEPEST = 200;

  private final Cursor at;
  private final ShellReader reader;
  private final List<Variable> variables = new ArrayList<>();
  private StringBuilder text = new StringBuilder();
  private StringBuilder bare = new StringBuilder();
  private boolean literal = true;
  private int depth;

  WordReader(Cursor at, ShellReader reader) {
    this.at = at;
    this.reader = reader;
  }

  List<Variable> variables() {
    return variables;
  }

  ShellWord word() {
    StringBuilder outer = text;
    StringBuilder outerBare = bare;
    boolean outerLiteral = literal;
    text = new StringBuilder();
    bare = new StringBuilder();
    literal = true;
    int from = at.position();
    while (!at.done() && !ends()) {
      piece();
    }
    boolean braces = bare.toString().matches("(?s).*\\{[^{}]*(,|\\.\\.)[^{}]*}.*");
    ShellWord word = new ShellWord(text.toString(), literal && !braces, from, at.position());
    text = outer;
    bare = outerBare;
    literal = outerLiteral;
    return word;
  }

  private boolean ends() {
    char c = at.peek();
    if (META.indexOf(c) < 0) {
      return reader.closes(c);
    }
    boolean process = (c == '<' || c == '>') && at.peek(1) == '(';
    boolean array = c == '(' && endsWith("=");
    boolean pattern = c == '(' && !text.isEmpty() && "?*+@!".indexOf(last()) >= 0;
    return !process && !array && !pattern;
  }

  private boolean endsWith(String end) {
    return text.toString().endsWith(end);
  }

  private char last() {
    return text.charAt(text.length() - 1);
  }

  private void piece() {
    char c = at.peek();
    switch (c) {
      case '\\' -> escape();
      case '\'' -> single();
      case '"' -> twice();
      case '$' -> dollar(Quoting.BARE);
      case '`' -> backtick(Quoting.BARE);
      case '(' -> bracketed();
      case '<', '>' -> inner(2);
      default -> {
        bare.append(at.peek());
        text.append(at.take());
      }
    }
  }

  private void escape() {
    at.skip(1);
    if (!at.done()) {
      char next = at.take();
      if (next != '\n') {
        text.append(next);
      }
    }
  }

  private void single() {
    at.skip(1);
    while (!at.done() && at.peek() != '\'') {
      text.append(at.take(Quoting.SINGLE));
    }
    close("a single quote is not closed");
  }

  private void close(String otherwise) {
    if (at.done()) {
      reader.trouble(otherwise);
    } else {
      at.skip(1);
    }
  }

  private void twice() {
    at.skip(1);
    while (!at.done() && at.peek() != '"') {
      switch (at.peek()) {
        case '\\' -> {
          at.take(Quoting.DOUBLE);
          if (!at.done()) {
            char next = at.take(Quoting.DOUBLE);
            if ("$`\"\\\n".indexOf(next) < 0) {
              text.append('\\');
            }
            if (next != '\n') {
              text.append(next);
            }
          }
        }
        case '$' -> dollar(Quoting.DOUBLE);
        case '`' -> backtick(Quoting.DOUBLE);
        default -> text.append(at.take(Quoting.DOUBLE));
      }
    }
    close("a double quote is not closed");
  }

  /** Reads what begins with a dollar sign; text of here-documents comes by here, too. */
  void dollar(Quoting quoting) {
    char next = at.peek(1);
    if (next == '(' && at.peek(2) == '(') {
      literal = false;
      expansion(3, "))", quoting);
    } else if (next == '(') {
      inner(2);
    } else if (next == '"' && quoting == Quoting.BARE) {
      literal = false;
      at.skip(1);
    } else if (next == '{') {
      literal = false;
      braces(quoting);
    } else if (next == '\'' && quoting == Quoting.BARE) {
      at.skip(1);
      ansi();
    } else {
      literal &= !(Character.isLetterOrDigit(next) || "_@*#?$!-".indexOf(next) >= 0);
      text.append(at.take(quoting));
    }
  }

  private void ansi() {
    at.skip(1);
    while (!at.done() && at.peek() != '\'') {
      if (at.peek() == '\\') {
        literal = false;
        text.append(at.take(Quoting.SINGLE));
      }
      if (!at.done()) {
        text.append(at.take(Quoting.SINGLE));
      }
    }
    close("a single quote is not closed");
  }

  /** Reads the commands of a substitution; it stands in the word as it is written. */
  private void inner(int opening) {
    int from = at.position();
    literal = false;
    at.skip(opening);
    if (++depth > DEEPEST) {
      reader.trouble("substitutions are nested too deeply");
      at.end();
    } else {
      reader.nested(')');
    }
    depth--;
    text.append(at.text(from, at.position()));
  }

  void backtick(Quoting quoting) {
    literal = false;
    int from = at.position();
    at.take(quoting);
    StringBuilder script = new StringBuilder();
    while (!at.done() && at.peek() != '`') {
      if (at.peek() == '\\' && "`\\$".indexOf(at.peek(1)) >= 0) {
        at.take(Quoting.EXPANSION);
      }
      if (!at.done()) {
        script.append(at.take(Quoting.EXPANSION));
      }
    }
    close("a backtick is not closed");
    text.append(at.text(from, at.position()));
    reader.substituted(script.toString(), ++depth > DEEPEST);
    depth--;
  }

  private void braces(Quoting quoting) {
    int from = at.position();
    int start = from + 2;
    expansion(2, "}", quoting);
    String body = at.text(start, Math.max(start, at.position() - 1));
    int length = 0;
    while (length < body.length() && nameAt(body, length)) {
      length++;
    }
    if (length > 0 && !Character.isDigit(body.charAt(0))) {
      String rest = body.substring(length);
      boolean optional = rest.matches("(?s):?[-+=].*");
      if (rest.matches("(?s):?=.*")) {
        reader.assigned(body.substring(0, length));
      }
      variables.add(
          new Variable(body.substring(0, length), from, at.position(), rest.isEmpty(), optional));
    }
  }

  private static boolean nameAt(String body, int index) {
    char c = body.charAt(index);
    return c == '_' || (c < 128 && Character.isLetterOrDigit(c));
  }

  /** Runs to the end of an expansion; substitutions within are read. */
  private void expansion(int opening, String end, Quoting quoting) {
    for (int i = 0; i < opening; i++) {
      text.append(at.take(Quoting.EXPANSION));
    }
    int open = 0;
    while (!at.done() && (open > 0 || !at.looksAt(end))) {
      char c = at.peek();
      if (c == '$' && "({".indexOf(at.peek(1)) >= 0 && ++depth <= DEEPEST) {
        dollar(Quoting.EXPANSION);
        depth--;
        continue;
      }
      if (c == '`') {
        backtick(Quoting.EXPANSION);
        continue;
      }
      if (c == '\'' && quoting == Quoting.BARE && end.equals("}")) {
        single();
        continue;
      }
      if (c == '\\') {
        text.append(at.take(Quoting.EXPANSION));
      } else if (end.equals("))")) {
        open += c == '(' ? 1 : c == ')' ? -1 : 0;
        if (open < 0 || c == ';' || c == '\'' || c == '"') {
          reader.doubt("$((…)) that may be commands");
        }
      }
      if (!at.done()) {
        text.append(at.take(Quoting.EXPANSION));
      }
    }
    if (at.done()) {
      reader.trouble("an expansion is not closed");
    } else {
      at.skip(end.length());
    }
  }

  /** An array's elements, or an extended pattern: words in parentheses. */
  private void bracketed() {
    text.append(at.take());
    while (!at.done() && at.peek() != ')') {
      char c = at.peek();
      boolean process = (c == '<' || c == '>') && at.peek(1) == '(';
      if (process || "\\'\"$`".indexOf(c) >= 0) {
        piece();
      } else if (c == '#' && Character.isWhitespace(last())) {
        at.line(Quoting.COMMENT);
      } else {
        text.append(at.take());
      }
    }
    close("a parenthesis is not closed");
  }
}
