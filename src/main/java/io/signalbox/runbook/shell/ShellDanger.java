package io.signalbox.runbook.shell;

import io.signalbox.runbook.Danger;
import io.signalbox.runbook.Judgement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Judges a shell script by every simple command in it. Conservative: a program that is not known to
 * only read counts as changing something, and so does whatever cannot be read.
 */
public final class ShellDanger {
  private static final Judgement NOTHING = new Judgement(Danger.READ_ONLY, "it only reads");
  private static final int DEEPEST = 20;
  private static final Set<String> SHELLS = Set.of("sh", "bash", "dash", "zsh", "ksh", "ash");
  private static final Set<String> WRAPPERS =
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

  private ShellDanger() {}

  /** How dangerous a script is, and what in it decides that. */
  public static Judgement judge(String script) {
    return judge(ShellScript.of(script), DEEPEST);
  }

  private static Judgement judge(ShellScript script, int left) {
    Judgement worst = NOTHING;
    if (!script.trouble().isEmpty()) {
      worst = new Judgement(Danger.MUTATING, "it cannot be read to its end: " + script.trouble());
    }
    for (ShellCommand command : script.commands()) {
      worst = worst.or(judge(command, script.functions(), left));
    }
    return worst;
  }

  private static Judgement judge(ShellCommand command, Set<String> functions, int left) {
    Judgement worst = NOTHING;
    for (Redirect redirect : command.redirects()) {
      if (redirect.writes()) {
        boolean device = redirect.target().matches("/dev/(sd|hd|vd|xvd|nvme|mmcblk|mapper/|dm-).*");
        worst =
            worst.or(
                device
                    ? new Judgement(Danger.DESTRUCTIVE, "overwrites " + redirect.target())
                    : new Judgement(
                        Danger.MUTATING,
                        "writes to " + redirect.target() + " (" + redirect.operator() + ")"));
      }
    }
    if (command.words().isEmpty()) {
      return worst;
    }
    ShellWord first = command.words().getFirst();
    if (!first.literal()) {
      return worst.or(
          new Judgement(
              Danger.MUTATING, "which program runs is known only when it does: " + first.text()));
    }
    if (functions.contains(first.text())) {
      return worst;
    }
    return worst.or(program(command, left));
  }

  private static Judgement program(ShellCommand command, int left) {
    List<String> words = command.words().stream().map(ShellWord::text).toList();
    boolean fixed = command.words().stream().allMatch(ShellWord::literal);
    return words(words, command, fixed, left);
  }

  private static Judgement words(
      List<String> words, ShellCommand command, boolean fixed, int left) {
    if (words.isEmpty()) {
      return NOTHING;
    }
    if (left == 0) {
      return new Judgement(Danger.MUTATING, "commands within commands are nested too deeply");
    }
    String whole = words.getFirst();
    String program = whole.substring(whole.lastIndexOf('/') + 1);
    List<String> arguments = words.subList(1, words.size());
    String line = program + (arguments.isEmpty() ? "" : " " + String.join(" ", arguments));
    Optional<String> destroys =
        DestructivePrograms.why(line)
            .or(() -> DestructivePrograms.why(whole + line.substring(program.length())));
    if (destroys.isPresent()) {
      return new Judgement(Danger.DESTRUCTIVE, shown(line) + " " + destroys.get());
    }
    if (WRAPPERS.contains(program)) {
      return wrapped(program, arguments, command, fixed, left);
    }
    if (SHELLS.contains(program) || program.equals("eval") || program.equals("su")) {
      return shell(program, arguments, command, left);
    }
    return switch (program) {
      case "ssh" -> ssh(arguments, command, left);
      case "find" -> find(arguments, command, fixed, left);
      case "docker", "podman", "kubectl" -> container(program, arguments, command, fixed, left);
      case "tee" -> tee(arguments);
      case "ip" -> ip(arguments);
      case "trap" ->
          arguments.isEmpty() ? NOTHING : judge(ShellScript.of(arguments.getFirst()), left - 1);
      default -> plain(program, arguments, line, fixed);
    };
  }

  private static Judgement plain(
      String program, List<String> arguments, String line, boolean fixed) {
    Optional<Judgement> http = HttpTools.judge(program, arguments);
    if (http.isPresent()) {
      return http.get();
    }
    if (ReadOnlyPrograms.holds(program, arguments)) {
      boolean byVerb = !fixed && ReadOnlyPrograms.decidedByArguments(program, arguments);
      return byVerb
          ? new Judgement(
              Danger.MUTATING, "what it does is known only when it runs: " + shown(line))
          : NOTHING;
    }
    return new Judgement(Danger.MUTATING, "not known to only read: " + shown(line));
  }

  private static String shown(String line) {
    String one = line.replaceAll("\\s+", " ");
    return one.length() > 80 ? one.substring(0, 79) + "…" : one;
  }

  private static Judgement wrapped(
      String program, List<String> arguments, ShellCommand command, boolean fixed, int left) {
    List<String> inner = new ArrayList<>(arguments);
    boolean skipValue = false;
    int plain =
        switch (program) {
          case "timeout", "flock" -> 1;
          default -> 0;
        };
    while (!inner.isEmpty()) {
      String word = inner.getFirst();
      if (skipValue) {
        skipValue = false;
      } else if (word.equals("--")) {
        inner.removeFirst();
        break;
      } else if (word.matches("[A-Za-z_][A-Za-z0-9_]*=.*")) {
        skipValue = false;
      } else if (word.startsWith("-") && word.length() > 1) {
        if (program.equals("sudo") && word.matches("-[a-zA-Z]*[ie].*|--login|--edit|-s|--shell")) {
          if (inner.size() == 1 || word.matches("-[a-zA-Z]*e.*|--edit")) {
            return new Judgement(Danger.MUTATING, "opens a session as another user");
          }
        }
        if (program.equals("command") && word.matches("-[vV]")) {
          return NOTHING;
        }
        skipValue = takesValue(program, word);
      } else if (plain > 0) {
        plain--;
      } else {
        break;
      }
      inner.removeFirst();
    }
    if (program.equals("watch") && inner.size() == 1) {
      return judge(ShellScript.of(inner.getFirst()), left - 1);
    }
    if (program.equals("strace") && arguments.stream().anyMatch(word -> word.startsWith("-o"))) {
      return new Judgement(Danger.MUTATING, "strace writes a file");
    }
    if (program.equals("xargs") && !inner.isEmpty()) {
      // what it appends is read from elsewhere
      return words(
          inner,
          command,
          fixed && !ReadOnlyPrograms.decidedByArguments(inner.getFirst(), inner),
          left - 1);
    }
    return words(inner, command, fixed, left - 1);
  }

  private static boolean takesValue(String program, String option) {
    String letters =
        switch (program) {
          case "sudo" ->
              "-[a-zA-Z]*[ugphCTRDrt]|--(user|group|prompt|host|chdir|chroot|close-from)";
          case "nice" -> "-n|--adjustment";
          case "ionice" -> "-[cnp]";
          case "timeout" -> "-[ks]|--(kill-after|signal)";
          case "xargs" -> "-[InPLdsEa]|--(replace|max-args|max-procs|max-lines|delimiter|arg-file)";
          case "env" -> "-[uCS]|--(unset|chdir)";
          case "watch" -> "-n|--interval";
          case "stdbuf" -> "-[ioe]";
          case "flock" -> "-[wE]|--(timeout|wait|conflict-exit-code)";
          case "strace" -> "-[eopsuP]";
          default -> "(?!)";
        };
    return option.matches(letters);
  }

  private static Judgement shell(
      String program, List<String> arguments, ShellCommand command, int left) {
    if (program.equals("eval")) {
      return command.words().stream().allMatch(ShellWord::literal)
          ? judge(ShellScript.of(String.join(" ", arguments)), left - 1)
          : new Judgement(Danger.MUTATING, "eval runs what is known only then");
    }
    for (int i = 0; i < arguments.size(); i++) {
      if (arguments.get(i).matches("-[a-zA-Z]*c|--command")) {
        return i + 1 < arguments.size()
            ? judge(ShellScript.of(arguments.get(i + 1)), left - 1)
            : new Judgement(Danger.MUTATING, program + " -c without a command");
      }
    }
    Optional<Redirect> document =
        command.redirects().stream().filter(Redirect::hereDocument).findFirst();
    boolean reads = arguments.stream().allMatch(word -> word.startsWith("-"));
    if (document.isPresent() && reads) {
      return judge(ShellScript.of(document.get().target()), left - 1);
    }
    return new Judgement(
        Danger.MUTATING,
        command.pipedIn()
            ? program + " runs what it is handed through a pipe"
            : program + " runs what is not in this step");
  }

  private static Judgement ssh(List<String> arguments, ShellCommand command, int left) {
    Optional<SshCall> call = SshCall.of(arguments);
    if (call.isEmpty()) {
      return new Judgement(Danger.MUTATING, "ssh in a form that is not understood");
    }
    String inner = call.get().command();
    Optional<Redirect> document =
        command.redirects().stream().filter(Redirect::hereDocument).findFirst();
    if (inner.isEmpty() && document.isEmpty()) {
      return new Judgement(Danger.MUTATING, "ssh opens a session that is not seen here");
    }
    return document.isPresent() && (inner.isEmpty() || call.get().shell())
        ? judge(ShellScript.of(document.get().target()), left - 1)
        : judge(ShellScript.of(inner), left - 1);
  }

  private static Judgement find(
      List<String> arguments, ShellCommand command, boolean fixed, int left) {
    Judgement worst = NOTHING;
    for (int i = 0; i < arguments.size(); i++) {
      String word = arguments.get(i);
      if (word.matches("-(exec|execdir|ok|okdir)")) {
        List<String> inner = new ArrayList<>();
        for (i++; i < arguments.size() && !arguments.get(i).matches("[;+]"); i++) {
          inner.add(arguments.get(i));
        }
        worst = worst.or(words(inner, command, fixed, left - 1));
      } else if (word.matches("-(fprint.*|fls)")) {
        worst = worst.or(new Judgement(Danger.MUTATING, "find writes a file"));
      }
    }
    return worst;
  }

  private static Judgement container(
      String program, List<String> arguments, ShellCommand command, boolean fixed, int left) {
    List<String> words = arguments.stream().toList();
    int exec = words.indexOf("exec");
    if (exec < 0 || exec > 2) {
      return plain(program, arguments, program + " " + String.join(" ", arguments), fixed);
    }
    int at = exec + 1;
    while (at < words.size() && words.get(at).startsWith("-")) {
      boolean value = words.get(at).matches("-[euwnc]|--(env|user|workdir|namespace|container)");
      at += value ? 2 : 1;
    }
    at++;
    if (at < words.size() && words.get(at).equals("--")) {
      at++;
    }
    return at < words.size()
        ? words(words.subList(at, words.size()), command, fixed, left - 1)
        : new Judgement(Danger.MUTATING, program + " exec without a command");
  }

  private static Judgement tee(List<String> arguments) {
    boolean files =
        arguments.stream().anyMatch(word -> !word.startsWith("-") && !word.equals("/dev/null"));
    return files ? new Judgement(Danger.MUTATING, "tee writes a file") : NOTHING;
  }

  private static Judgement ip(List<String> arguments) {
    List<String> words = arguments.stream().filter(word -> !word.startsWith("-")).toList();
    String verb = words.size() > 1 ? words.get(1).toLowerCase(Locale.ROOT) : "show";
    return verb.matches("show|s|sh|list|ls|l|lst|get|help|monitor|dev")
        ? NOTHING
        : new Judgement(Danger.MUTATING, "ip " + String.join(" ", words) + " changes the network");
  }
}
