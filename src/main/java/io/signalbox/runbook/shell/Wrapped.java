package io.signalbox.runbook.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What a program that runs another one runs.
 *
 * @param inner the other program and its arguments, empty for none
 * @param doubt why more than that may happen, empty where not
 */
record Wrapped(List<String> inner, String doubt) {
  private static final Set<String> PROGRAMS =
      Set.of(
          "nice",
          "ionice",
          "nohup",
          "setsid",
          "stdbuf",
          "chrt",
          "taskset",
          "unbuffer",
          "builtin",
          "time",
          "strace",
          "ltrace",
          "proxychains",
          "chronic",
          "watch",
          "timeout",
          "flock",
          "doas",
          "sudo",
          "env",
          "xargs",
          "command",
          "exec");

  /** Those that do nothing by themselves. */
  private static final Set<String> IDLE =
      Set.of("nice", "nohup", "stdbuf", "builtin", "time", "timeout", "env", "command", "exec");

  static boolean wraps(String program) {
    return PROGRAMS.contains(program);
  }

  static Wrapped of(String program, List<String> arguments) {
    List<String> inner = new ArrayList<>(arguments);
    String doubt =
        switch (program) {
          case "strace", "ltrace", "proxychains", "flock" -> program + " does more than to run it";
          default -> "";
        };
    int plain = program.equals("timeout") || program.equals("flock") ? 1 : 0;
    while (!inner.isEmpty()) {
      String word = inner.getFirst();
      if (word.equals("--")) {
        inner.removeFirst();
        break;
      }
      if (word.matches("(?s)[A-Za-z_][A-Za-z0-9_]*\\+?=.*") && !program.equals("xargs")) {
        doubt = Doubt.assigns(word) ? "sets " + word : doubt;
      } else if (word.startsWith("-") && word.length() > 1) {
        if (program.equals("command") && word.matches("-[vV]+")) {
          return new Wrapped(List.of(), "");
        }
        String value = takesValue(program, word) && inner.size() > 1 ? inner.remove(1) : "";
        String changes = changes(program, word, value);
        doubt = changes.isEmpty() ? doubt : changes;
      } else if (plain > 0) {
        plain--;
      } else {
        break;
      }
      inner.removeFirst();
    }
    if (inner.isEmpty() && !quiet(program, arguments)) {
      doubt = program + " without a command is not known to only read";
    }
    return new Wrapped(List.copyOf(inner), doubt);
  }

  private static boolean quiet(String program, List<String> arguments) {
    return IDLE.contains(program)
        || program.equals("xargs")
        || (program.equals("sudo")
            && !arguments.isEmpty()
            && arguments.stream().allMatch(word -> word.matches("-[lnV]+")));
  }

  /** What an option brings besides. */
  private static String changes(String program, String option, String value) {
    boolean does =
        switch (program) {
          case "sudo" -> option.matches("-[a-zA-Z]*[eis][a-zA-Z]*|--(edit|login|shell).*");
          case "doas" -> option.matches("-[a-zA-Z]*[sC].*");
          case "env" -> option.matches("-[a-zA-Z0]*S.*|--s.*");
          case "time" -> !option.matches("-[pv]+");
          case "exec" -> option.matches("-[cl]*a.*") && value.isEmpty();
          case "xargs" ->
              option.matches("-[Ii](?!\\{})[A-Za-z0-9]+|--replace=[A-Za-z0-9].*")
                  || (option.equals("-I") && value.matches(".*[A-Za-z0-9].*"));
          default -> false;
        };
    return does ? program + " " + option + " does more than to run it" : "";
  }

  private static boolean takesValue(String program, String option) {
    String letters =
        switch (program) {
          case "sudo" -> "-[a-zA-Z]*[ugpCTRDrt]|--(user|group|prompt|host|chdir|chroot|close-from)";
          case "nice" -> "-n|--adjustment";
          case "ionice" -> "-[cn]";
          case "timeout" -> "-[ks]|--(kill-after|signal)";
          case "xargs" -> "-[InPLdsEa]|--(max-args|max-procs|delimiter|arg-file)";
          case "env" -> "-[uC]|--(unset|chdir)";
          case "watch" -> "-n|--interval";
          case "stdbuf" -> "-[ioe]";
          case "flock" -> "-[wE]|--(timeout|wait|conflict-exit-code)";
          case "strace" -> "-[eopsuP]";
          case "exec" -> "-[cl]*a";
          default -> "(?!)";
        };
    return option.matches(letters);
  }
}
