package io.signalbox.runbook.shell;

import java.util.List;

/**
 * One simple command.
 *
 * @param words the program and its arguments, without assignments and redirections
 * @param from where its first word begins in the script
 * @param to behind its last character, redirections included
 * @param pipedIn it reads what the command before writes
 * @param alone it stands between line ends or semicolons: no pipe, no {@code &&}, no group
 */
public record ShellCommand(
    List<ShellWord> words,
    List<Redirect> redirects,
    int from,
    int to,
    boolean pipedIn,
    boolean alone) {
  /** Copies the lists. */
  public ShellCommand {
    words = List.copyOf(words);
    redirects = List.copyOf(redirects);
  }

  /** The program's name without its folder; empty where there is none or the shell decides it. */
  public String program() {
    if (words.isEmpty() || !words.getFirst().literal()) {
      return "";
    }
    String name = words.getFirst().text();
    return name.substring(name.lastIndexOf('/') + 1);
  }

  /** The texts of the arguments behind the program. */
  public List<String> arguments() {
    return words.stream().skip(1).map(ShellWord::text).toList();
  }
}
