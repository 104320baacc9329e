package io.signalbox.runbook;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A terminal's picture, taken apart.
 *
 * @param script the lines behind prompts, in order
 * @param output the other lines
 * @param prompts how many prompts there are: without one nothing tells commands from output
 */
record ConsoleText(String script, String output, int prompts) {
  private static final Pattern USER =
      Pattern.compile(
          "(?:\\([\\w.-]+\\) )?(?:\\[?[\\w.-]+@[\\w.-]+[: ]?[^$#>\\s]*\\]?|[\\w.-]+:[^$#>\\s]*|)"
              + "\\s?([$#%])(?: (.*)|)");

  static ConsoleText of(String text) {
    List<String> lines = text.lines().toList();
    boolean dollars = lines.stream().anyMatch(line -> prompt(line, '$') || prompt(line, '%'));
    StringBuilder script = new StringBuilder();
    StringBuilder output = new StringBuilder();
    int prompts = 0;
    boolean following = false;
    for (String line : lines) {
      Matcher prompt = USER.matcher(line);
      boolean asked = prompt.matches();
      // beside dollar prompts a bare hash begins a comment, not a command of root
      boolean comment = dollars && line.startsWith("#");
      if (asked && !comment) {
        String command = prompt.group(2) == null ? "" : prompt.group(2);
        script.append(command).append('\n');
        prompts++;
        following = true;
      } else if (comment) {
        script.append(line).append('\n');
      } else if (following && (line.startsWith("> ") || line.equals(">"))) {
        script.append(line.length() > 2 ? line.substring(2) : "").append('\n');
      } else if (following && script.toString().endsWith("\\\n")) {
        script.append(line).append('\n');
      } else {
        output.append(line).append('\n');
        following = false;
      }
    }
    return new ConsoleText(script.toString(), output.toString(), prompts);
  }

  private static boolean prompt(String line, char sign) {
    Matcher prompt = USER.matcher(line);
    return prompt.matches() && prompt.group(1).charAt(0) == sign;
  }

  /** True where a script is written with prompts although its language has none. */
  static boolean looksLike(String text) {
    List<String> lines = new ArrayList<>(text.lines().filter(line -> !line.isBlank()).toList());
    return lines.stream()
        .filter(line -> !line.startsWith("#"))
        .findFirst()
        .map(line -> line.startsWith("$ "))
        .orElse(false);
  }
}
