package io.signalbox.runbook.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** One script or substitution while it is read: the command under way, and what it stands in. */
final class Frame {
  /** A here-document whose text is still to come. */
  record Awaited(String operator, String word, boolean quoted) {}

  private final List<ShellCommand> commands;
  private final Set<String> assigned;

  final char end;
  final List<Awaited> awaited = new ArrayList<>();
  List<ShellWord> words = new ArrayList<>();
  List<Redirect> redirects = new ArrayList<>();
  private int next;
  private int nextRedirect;
  int to;
  int groups;
  int cases;
  int depth;
  boolean pattern;
  boolean prefixed;
  boolean pipe;
  private boolean joined;
  private boolean pipedIn;

  Frame(char end, List<ShellCommand> commands, Set<String> assigned) {
    this.end = end;
    this.commands = commands;
    this.assigned = assigned;
  }

  void add(ShellWord word) {
    if (words.isEmpty()) {
      pipedIn = pipe;
      pipe = false;
    }
    words.add(word);
    to = word.to();
  }

  /** True where nothing stands before the command's first word. */
  boolean fresh() {
    return !prefixed && redirects.isEmpty();
  }

  /** True within a group, a branch or a loop, or behind {@code &&}. */
  boolean inner() {
    return groups > 0 || depth != 0 || cases > 0 || joined;
  }

  void reserved() {
    joined = true;
  }

  void clear() {
    prefixed = false;
    words = new ArrayList<>();
    redirects = new ArrayList<>();
  }

  /** The command ends at a pipe or a list's sign: another one belongs to it. */
  void join(boolean together) {
    finish(together);
    joined = together;
  }

  void finish(boolean together) {
    if (!words.isEmpty() || !redirects.isEmpty()) {
      boolean alone = !together && !joined && groups == 0 && end == '\0';
      int from = words.isEmpty() ? to : words.getFirst().from();
      commands.add(new ShellCommand(words, redirects, from, to, pipedIn, alone));
      name();
    }
    pipedIn = false;
    joined = together;
    clear();
  }

  private void name() {
    String first = words.isEmpty() ? "" : words.getFirst().text();
    switch (first) {
      case "for", "select" -> words.stream().skip(1).limit(1).forEach(w -> assigned.add(w.text()));
      case "export",
          "local",
          "declare",
          "readonly",
          "typeset",
          "read",
          "mapfile",
          "readarray",
          "getopts" ->
          words.stream()
              .skip(1)
              .filter(w -> !w.text().startsWith("-"))
              .filter(w -> !first.equals("export") || w.text().contains("="))
              .forEach(w -> assigned.add(w.text().replaceAll("\\W.*", "")));
      case "printf" -> {
        for (int i = 1; i + 1 < words.size(); i++) {
          if (words.get(i).text().equals("-v")) {
            assigned.add(words.get(i + 1).text());
          }
        }
      }
      default -> {
        // any other command gives no variable a value
      }
    }
  }

  /**
   * Puts a here-document's text to the command that it belongs to. They come in the order of their
   * signs, so the search goes on behind the last one: an empty one looks like one still open.
   */
  void filled(Awaited document, String body) {
    if (!filled(document, body, next, nextRedirect)) {
      boolean _ = filled(document, body, 0, 0);
    }
  }

  private boolean filled(Awaited document, String body, int from, int fromRedirect) {
    Redirect open = new Redirect(document.operator(), "", true);
    for (int i = from; i < commands.size(); i++) {
      List<Redirect> redirects = commands.get(i).redirects();
      for (int j = i == from ? fromRedirect : 0; j < redirects.size(); j++) {
        if (redirects.get(j).equals(open)) {
          fill(i, j, new Redirect(document.operator(), body, document.quoted()));
          next = i;
          nextRedirect = j + 1;
          return true;
        }
      }
    }
    return false;
  }

  private void fill(int at, int redirect, Redirect read) {
    ShellCommand command = commands.get(at);
    List<Redirect> all = new ArrayList<>(command.redirects());
    all.set(redirect, read);
    commands.set(
        at,
        new ShellCommand(
            command.words(),
            all,
            command.from(),
            command.to(),
            command.pipedIn(),
            command.alone()));
  }
}
