package io.signalbox.runbook.shell;

import java.util.List;
import java.util.Set;

/**
 * A script, taken apart: every simple command in it, those in substitutions and groups too.
 *
 * @param assigned variables that something in it gives a value
 * @param functions names that it defines: a call of one does what is judged already
 * @param comments without their sign
 * @param quoting for each character of the text how the shell reads it
 * @param trouble why a shell could not read it to its end, empty where it can
 * @param doubt why it may be read in another way than here, empty where not
 */
public record ShellScript(
    String text,
    List<ShellCommand> commands,
    Set<String> assigned,
    Set<String> functions,
    List<Variable> variables,
    List<String> comments,
    List<Quoting> quoting,
    String trouble,
    String doubt) {
  /** Copies the collections. */
  public ShellScript {
    commands = List.copyOf(commands);
    assigned = Set.copyOf(assigned);
    functions = Set.copyOf(functions);
    variables = List.copyOf(variables);
    comments = List.copyOf(comments);
    quoting = List.copyOf(quoting);
  }

  /** Takes a text apart; never throws. */
  public static ShellScript of(String text) {
    return new ShellReader(text).read();
  }
}
