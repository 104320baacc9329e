package io.signalbox.runbook.shell;

/**
 * One word of a command.
 *
 * @param text with quotes and escapes taken off; expansions stand in it as written
 * @param literal false where the shell puts something else in its place
 * @param from where it begins in the script
 * @param to behind its last character
 */
public record ShellWord(String text, boolean literal, int from, int to) {
  /** True where it begins with an expansion, or has a list in braces: it may become options. */
  public boolean splits() {
    boolean bare = to - from == text.length();
    boolean begins = text.startsWith("$") && bare;
    boolean runs = text.contains("$(") || text.indexOf('`') >= 0;
    return !literal
        && (begins || (runs && bare) || text.matches("(?s).*\\{[^{}$]*(,|\\.\\.)[^{}]*}.*"));
  }
}
