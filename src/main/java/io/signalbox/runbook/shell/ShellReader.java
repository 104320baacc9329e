package io.signalbox.runbook.shell;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a script as POSIX and bash do (POSIX.1-2024, Shell Command Language), far enough to know
 * every command in it. What it does not understand it hands on as commands, never drops.
 */
final class ShellReader {
  private static final Set<String> RESERVED =
      Set.of(
          "if", "then", "else", "elif", "fi", "while", "until", "do", "done", "{", "}", "!", "time",
          "coproc");

  /** A plain sum or comparison, without anything in it that a shell could run. */
  private static final Pattern SUM = Pattern.compile("\\(\\([\\w\\s$+*/%<>=!?:,&|^~.-]*\\)\\)");

  private final String source;
  private final Cursor at;
  private final WordReader words;
  private final List<ShellCommand> commands = new ArrayList<>();
  private final Set<String> assigned = new HashSet<>();
  private final Set<String> functions = new HashSet<>();
  private final List<Variable> variables = new ArrayList<>();
  private final List<String> comments = new ArrayList<>();
  private final Deque<Frame> frames = new ArrayDeque<>();
  private String trouble = "";
  private String doubt = "";

  ShellReader(String source) {
    this.source = source;
    this.at = new Cursor(source);
    this.words = new WordReader(at, this);
  }

  ShellScript read() {
    frames.push(new Frame('\0', commands, assigned));
    run();
    frames.pop();
    variables.addAll(words.variables());
    return new ShellScript(
        source, commands, assigned, functions, variables, comments, at.quoting(), trouble, doubt);
  }

  void trouble(String what) {
    trouble = trouble.isEmpty() ? what : trouble;
  }

  /** Notes what another shell, or this one in another mood, would read in another way. */
  void doubt(String what) {
    doubt = doubt.isEmpty() ? what : doubt;
  }

  void assigned(String name) {
    assigned.add(name);
  }

  /** True for the sign that ends the substitution being read. */
  boolean closes(char c) {
    return c == frame().end && c != '\0';
  }

  private Frame frame() {
    Frame frame = frames.peek();
    if (frame == null) {
      throw new IllegalStateException("read() opens the first frame");
    }
    return frame;
  }

  /** Reads a substitution up to its end; its commands are the script's. */
  void nested(char end) {
    frames.push(new Frame(end, commands, assigned));
    run();
    frames.pop();
  }

  /** Reads a script that stood between backticks. */
  void substituted(String script, boolean tooDeep) {
    if (tooDeep) {
      trouble("substitutions are nested too deeply");
      return;
    }
    ShellScript inner = ShellScript.of(script);
    inner.commands().forEach(command -> commands.add(elsewhere(command)));
    assigned.addAll(inner.assigned());
    if (!inner.trouble().isEmpty()) {
      trouble(inner.trouble());
    }
    if (!inner.doubt().isEmpty()) {
      doubt(inner.doubt());
    }
  }

  /** Its places are those of another text: nothing can be put in its place. */
  private static ShellCommand elsewhere(ShellCommand command) {
    return new ShellCommand(command.words(), command.redirects(), -1, -1, true, false);
  }

  private void run() {
    Frame frame = frame();
    while (!at.done()) {
      char c = at.peek();
      if (closes(c) && frame.groups == 0) {
        frame.finish(false);
        at.skip(1);
        return;
      }
      if (frame.pattern) {
        pattern(frame);
      } else {
        step(frame, c);
      }
    }
    frame.finish(false);
    if (frame.end != '\0' || frame.groups > 0) {
      trouble("a parenthesis is not closed");
    }
    if (frames.size() == 1) {
      documents(frame);
    }
  }

  private void step(Frame frame, char c) {
    switch (c) {
      case ' ', '\t', '\r' -> at.skip(1);
      case '\n' -> {
        frame.finish(false);
        at.skip(1);
        documents(frame);
      }
      case '\\' -> {
        if (at.peek(1) == '\n') {
          at.skip(2);
        } else {
          word(frame);
        }
      }
      case '#' -> comments.add(at.line(Quoting.COMMENT).substring(1).strip());
      case ';' -> {
        frame.finish(false);
        boolean arm = at.peek(1) == ';' || at.peek(1) == '&';
        while (!at.done() && (at.peek() == ';' || (arm && at.peek() == '&'))) {
          at.skip(1);
        }
        frame.pattern = arm && frame.cases > 0;
      }
      case '&' -> {
        if (at.peek(1) == '>') {
          redirect(frame, "");
        } else {
          frame.join(at.peek(1) == '&');
          at.skip(at.peek(1) == '&' ? 2 : 1);
        }
      }
      case '|' -> {
        boolean or = at.peek(1) == '|';
        if (frame.words.isEmpty() && !functions.isEmpty()) {
          doubt("a function may be known within the pipe alone");
        }
        frame.join(true);
        frame.pipe = !or;
        at.skip(or || at.peek(1) == '&' ? 2 : 1);
      }
      case '(' -> open(frame);
      case ')' -> {
        frame.finish(true);
        frame.groups = Math.max(0, frame.groups - 1);
        at.skip(1);
      }
      case '<', '>' -> {
        if (at.peek(1) == '(') {
          word(frame);
        } else {
          redirect(frame, "");
        }
      }
      default -> word(frame);
    }
  }

  private void open(Frame frame) {
    if (frame.words.isEmpty() && at.peek(1) == '(') {
      Matcher sum = SUM.matcher(source).region(at.position(), source.length());
      if (sum.lookingAt()) {
        at.skip(sum.end() - at.position());
        return;
      }
      doubt("((…)) that may be commands");
    }
    if (frame.words.size() == 1 && source.substring(at.position()).matches("(?s)\\(\\s*\\).*")) {
      function(frame, frame.words.getFirst());
      frame.clear();
      at.skip(source.indexOf(')', at.position()) + 1 - at.position());
      return;
    }
    frame.finish(true);
    frame.groups++;
    at.skip(1);
  }

  /** One that hides a program may be there or not when it is called: which is not seen here. */
  private void function(Frame frame, ShellWord name) {
    boolean used = commands.stream().anyMatch(one -> one.program().equals(name.text()));
    if (frame.inner() || frames.size() > 1 || used || !name.literal()) {
      doubt("whether " + name.text() + " is a function is known only when it runs");
    }
    functions.add(name.text());
  }

  private void word(Frame frame) {
    int from = at.position();
    ShellWord word = words.word();
    if (at.position() == from) {
      at.skip(1);
      return;
    }
    String raw = at.text(from, at.position());
    if (raw.matches("[0-9]{1,3}") && (at.peek() == '<' || at.peek() == '>')) {
      redirect(frame, word.text());
      return;
    }
    if (frame.words.isEmpty()) {
      if (RESERVED.contains(raw)) {
        frame.depth += raw.matches("if|do|\\{") ? 1 : raw.matches("fi|done|}") ? -1 : 0;
        frame.reserved();
        return;
      }
      if (raw.equals("[[") && frame.fresh()) {
        test(frame, word);
        return;
      }
      if (raw.equals("esac") && frame.cases > 0) {
        frame.cases--;
        return;
      }
      int equals = raw.indexOf('=');
      if (equals > 0 && raw.substring(0, equals).matches("[A-Za-z_][A-Za-z0-9_]*(\\[.*])?\\+?")) {
        assigned.add(raw.substring(0, equals).replaceAll("\\W.*", ""));
        frame.prefixed = true;
        return;
      }
    }
    frame.add(word);
    if (frame.words.size() == 2 && first(frame, "function")) {
      function(frame, word);
      frame.clear();
    } else if (raw.equals("in") && first(frame, "case")) {
      frame.clear();
      frame.cases++;
      frame.pattern = true;
    }
  }

  /**
   * True where the command begins with this word of the shell's own: unquoted, nothing before it.
   */
  private boolean first(Frame frame, String word) {
    ShellWord first = frame.words.getFirst();
    return frame.fresh() && at.text(first.from(), first.to()).equals(word);
  }

  /** Between two arms of a case: its pattern is no command. */
  private void pattern(Frame frame) {
    while (!at.done() && (Character.isWhitespace(at.peek()) || at.peek() == '(')) {
      at.skip(1);
    }
    if (at.peek() == '#') {
      comments.add(at.line(Quoting.COMMENT).substring(1).strip());
      return;
    }
    int from = at.position();
    while (!at.done() && at.peek() != ')') {
      if (words.word().to() == from || at.text(from, at.position()).equals("esac")) {
        break;
      }
      while (!at.done() && (at.peek() == ' ' || at.peek() == '|')) {
        at.skip(1);
      }
      if ("\n;&<>(".indexOf(at.peek()) >= 0) {
        break;
      }
    }
    if (at.text(from, at.position()).strip().equals("esac")) {
      frame.cases--;
    } else {
      at.skip(1);
    }
    frame.pattern = false;
  }

  /** {@code [[ … ]]}: signs that mean something else in it. */
  private void test(Frame frame, ShellWord first) {
    frame.add(first);
    while (!at.done() && !at.looksAt("]]")) {
      boolean process = (at.peek() == '<' || at.peek() == '>') && at.peek(1) == '(';
      if (!process && " \t\n;&|<>()".indexOf(at.peek()) >= 0) {
        at.skip(1);
      } else {
        int from = at.position();
        words.word();
        at.skip(at.position() == from ? 1 : 0);
      }
    }
    if (at.done()) {
      trouble("[[ is not closed");
    }
    at.skip(2);
  }

  private void redirect(Frame frame, String descriptor) {
    StringBuilder operator = new StringBuilder(descriptor);
    if (at.peek() == '&') {
      operator.append(at.take());
    }
    char sign = at.peek();
    operator.append(at.take());
    while (!at.done() && operator.length() < 6 && follows(sign, operator, at.peek())) {
      operator.append(at.take());
    }
    while (!at.done() && (at.peek() == ' ' || at.peek() == '\t')) {
      at.skip(1);
    }
    int from = at.position();
    ShellWord target = words.word();
    String op = operator.toString();
    if (!op.endsWith("<<<") && (op.endsWith("<<") || op.endsWith("<<-"))) {
      frame.awaited.add(new Frame.Awaited(op, target.text(), quoted(at.text(from, at.position()))));
      frame.redirects.add(new Redirect(op, "", true));
    } else {
      frame.redirects.add(new Redirect(op, target.text(), target.literal()));
    }
    frame.to = at.position();
  }

  private static boolean quoted(String raw) {
    return raw.indexOf('\'') >= 0 || raw.indexOf('"') >= 0 || raw.indexOf('\\') >= 0;
  }

  private static boolean follows(char sign, CharSequence operator, char next) {
    if (sign == '>') {
      return next == '>' || next == '&' || next == '|';
    }
    boolean here = operator.toString().endsWith("<<");
    return next == '<' || next == '>' || (next == '&' && !here) || (next == '-' && here);
  }

  private void documents(Frame frame) {
    for (Frame.Awaited awaited : frame.awaited) {
      StringBuilder body = new StringBuilder();
      boolean closed = false;
      while (!at.done() && !closed) {
        int from = at.position();
        int end = source.indexOf('\n', from);
        String line = source.substring(from, end < 0 ? source.length() : end);
        String bare = awaited.operator().endsWith("-") ? line.replaceFirst("^\t+", "") : line;
        closed = bare.equals(awaited.word());
        if (closed) {
          at.skip(line.length());
        } else {
          document(awaited, from + line.length());
          if (at.position() > from + line.length()) {
            doubt("a here-document ends within an expansion");
          }
          body.append(line).append('\n');
        }
        at.skip(1);
      }
      if (!closed) {
        trouble("the here-document " + awaited.word() + " is not closed");
      }
      frame.filled(awaited, body.toString());
    }
    frame.awaited.clear();
  }

  private void document(Frame.Awaited awaited, int end) {
    while (at.position() < end) {
      if (awaited.quoted()) {
        at.take(Quoting.HERE_LITERAL);
      } else if (at.peek() == '$') {
        words.dollar(Quoting.HERE);
      } else if (at.peek() == '`') {
        words.backtick(Quoting.HERE);
      } else {
        at.take(Quoting.HERE);
        if (at.position() < end && source.charAt(at.position() - 1) == '\\') {
          at.take(Quoting.HERE);
        }
      }
    }
  }
}
