package io.signalbox.demo;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A runbook's block as a simulated host understands it: plain lines one after the other, and the
 * forks that the shipped runbooks have. Words are read; no shell of this machine sees them.
 */
final class StepScript {
  private static final Pattern RESTART = Pattern.compile("(?m)^\\s*(systemctl restart \\S+)\\s*$");

  private StepScript() {}

  /** The block in {@code bash -u -c BLOCK}, however it is limited in time. */
  static Optional<String> in(List<String> words) {
    List<String> command =
        words.size() > 4 && words.getFirst().equals("timeout")
            ? words.subList(4, words.size())
            : words;
    boolean shell =
        command.size() >= 4
            && List.of("bash", "/bin/bash", "sh", "/bin/sh").contains(command.getFirst())
            && command.get(command.size() - 3).equals("-u")
            && command.get(command.size() - 2).equals("-c");
    return shell ? Optional.of(command.getLast()) : Optional.empty();
  }

  /** What proves a step: the script of {@code sh -c SCRIPT}. */
  static Optional<String> proof(List<String> words) {
    boolean proof =
        words.size() == 3
            && List.of("sh", "/bin/sh").contains(words.getFirst())
            && words.get(1).equals("-c");
    return proof ? Optional.of(words.getLast()) : Optional.empty();
  }

  /** Empty for a block with a fork that is not known here. */
  static Optional<List<String>> lines(String block) {
    List<String> plain = new ArrayList<>();
    StringBuilder fork = null;
    for (String line : block.lines().map(String::strip).toList()) {
      if (line.isEmpty() || line.startsWith("#")) {
        continue;
      }
      if (fork == null && !line.startsWith("if ")) {
        plain.add(line.equals("df -P -h /") ? "df -B1 -P /" : line);
        continue;
      }
      fork = fork == null ? new StringBuilder() : fork;
      fork.append(line).append('\n');
      if (line.equals("fi") || line.endsWith("; fi")) {
        Optional<String> taken = taken(fork.toString());
        if (taken.isEmpty()) {
          return Optional.empty();
        }
        plain.add(taken.get());
        fork = null;
      }
    }
    return fork == null ? Optional.of(plain) : Optional.empty();
  }

  /** The way that a fork takes here. */
  private static Optional<String> taken(String fork) {
    Matcher restart = RESTART.matcher(fork);
    if (restart.find()) {
      return Optional.of(restart.group(1));
    }
    if (fork.contains("GitHub answers with status")) {
      return Optional.of("echo GitHub answers with status 200");
    }
    return fork.contains("then free -h") ? Optional.of("free -b") : Optional.empty();
  }

  /** All lines one after the other; it ends as the last of them does. */
  static Optional<ShellResult> run(
      List<String> lines, Function<String, Optional<ShellResult>> shell) {
    StringBuilder out = new StringBuilder();
    StringBuilder err = new StringBuilder();
    Duration takes = Duration.ZERO;
    int exit = 0;
    List<ShellResult> results = new ArrayList<>();
    for (String line : lines) {
      Optional<ShellResult> result = shell.apply(line);
      if (result.isEmpty()) {
        return Optional.empty();
      }
      results.add(result.get());
    }
    for (ShellResult result : results) {
      out.append(result.out());
      err.append(result.err());
      takes = takes.plus(result.takes());
      exit = result.exit();
    }
    return Optional.of(new ShellResult(exit, out.toString(), err.toString(), takes));
  }
}
