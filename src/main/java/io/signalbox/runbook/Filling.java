package io.signalbox.runbook;

import io.signalbox.runbook.Mask.Spot;
import io.signalbox.runbook.shell.Quoting;
import io.signalbox.runbook.shell.ShellCommand;
import io.signalbox.runbook.shell.ShellScript;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Puts values into a step's gaps. A value is data, whatever is in it: where a shell or another
 * program could read it as something else, it is quoted, and where that does not help, refused.
 */
public final class Filling {
  private static final String PLAIN = "[\\p{L}\\p{N}_@%+=:,./-]+";
  private static final String QUIET = "[\\p{L}\\p{N}_@%+=:,./ -]*";
  private static final int LONGEST = 500;

  /** Programs that read an argument as code of their own. */
  private static final Set<String> READERS =
      Set.of(
          "sh",
          "bash",
          "dash",
          "zsh",
          "ksh",
          "eval",
          "su",
          "watch",
          "python",
          "python3",
          "perl",
          "ruby",
          "node",
          "awk",
          "gawk",
          "mawk",
          "sed",
          "jq",
          "yq",
          "psql",
          "mysql",
          "sqlite3",
          "xargs",
          "find",
          "ssh",
          "source",
          ".",
          "trap",
          "parallel",
          "at",
          "crontab",
          "env",
          "printf",
          "expect",
          "docker",
          "podman",
          "kubectl",
          "php",
          "lua",
          "ex",
          "vi",
          "ed",
          "bc",
          "dc",
          "test",
          "[[",
          "let",
          "tar",
          "rsync",
          "git",
          "nc",
          "script",
          "systemd-run",
          "runuser",
          "chroot",
          "nsenter",
          "unshare",
          "busybox",
          "screen",
          "tmux",
          "pkexec",
          "socat",
          "make",
          "ash",
          "csh",
          "fish",
          "flock",
          "time",
          "timeout");

  /** Programs that take any argument for what it is, also within quotes. */
  private static final Set<String> TAKERS =
      Set.of(
          "echo",
          "cat",
          "head",
          "tail",
          "grep",
          "egrep",
          "fgrep",
          "ls",
          "stat",
          "wc",
          "systemctl",
          "journalctl",
          "curl",
          "ping",
          "dig",
          "nslookup",
          "host",
          "getent",
          "gh",
          "df",
          "du",
          "cut",
          "sort",
          "logger",
          "touch",
          "mkdir",
          "cp",
          "mv",
          "chmod",
          "chown",
          "kill",
          "ps",
          "id");

  private Filling() {}

  /** Fills a step; what has no value, or a blank one, stays open. */
  public static Filled fill(Step step, Map<String, String> values) {
    if (step.placeholders().isEmpty()) {
      return new Filled(step.script(), step.targets(), List.of(), Map.of(), step.judgement());
    }
    Set<String> missing = new LinkedHashSet<>();
    Map<String, String> refused = new LinkedHashMap<>();
    boolean shell = step.kind() == StepKind.SHELL;
    String script =
        switch (step.kind()) {
          case SHELL -> shell(step.script(), values, missing, refused);
          case PROMQL, LOGQL, HTTP -> query(step.script(), values, missing, refused);
          case SHOWN -> step.script();
        };
    List<String> targets = new ArrayList<>();
    for (String target : step.targets()) {
      targets.add(shell ? place(target, values, missing, refused) : target);
    }
    Judgement judgement =
        shell ? step.judgement().or(StepReader.judgeShell(script)) : step.judgement();
    return new Filled(script, targets, List.copyOf(missing), refused, judgement);
  }

  /** Fills a shell script that belongs to a step, e.g. what proves it. */
  public static Filled fill(String script, Map<String, String> values) {
    Set<String> missing = new LinkedHashSet<>();
    Map<String, String> refused = new LinkedHashMap<>();
    String filled = shell(script, values, missing, refused);
    return new Filled(
        filled, List.of(), List.copyOf(missing), refused, StepReader.judgeProof(filled));
  }

  /** Fills a query that belongs to a step, e.g. what proves it. */
  public static Filled fillQuery(String expression, Map<String, String> values) {
    Set<String> missing = new LinkedHashSet<>();
    Map<String, String> refused = new LinkedHashMap<>();
    String filled = query(expression, values, missing, refused);
    return new Filled(
        filled,
        List.of(),
        List.copyOf(missing),
        refused,
        new Judgement(Danger.READ_ONLY, "a query only reads"));
  }

  /** Puts each value in by {@code insert}, which answers why not where it is refused. */
  private interface Insert {
    String at(Spot spot, String value) throws Refused;
  }

  private static final class Refused extends Exception {
    Refused(String why) {
      super(why);
    }
  }

  private static String put(
      String text,
      List<Spot> spots,
      Map<String, String> values,
      Set<String> missing,
      Map<String, String> refused,
      Insert insert) {
    StringBuilder out = new StringBuilder();
    int at = 0;
    for (Spot spot : spots) {
      String name = spot.placeholder().name();
      String value = values.getOrDefault(name, "");
      out.append(text, at, spot.from());
      at = spot.to();
      String written = spot.placeholder().written();
      if (value.isBlank()) {
        missing.add(name);
        out.append(written);
        continue;
      }
      try {
        check(value);
        out.append(insert.at(spot, value));
      } catch (Refused e) {
        refused.put(name, String.valueOf(e.getMessage()));
        out.append(written);
      }
    }
    return out.append(text, at, text.length()).toString();
  }

  private static void check(String value) throws Refused {
    if (value.length() > LONGEST) {
      throw new Refused("longer than " + LONGEST + " characters");
    }
    if (value.indexOf('\n') >= 0 || Harmless.conceals(value) || value.indexOf('\t') >= 0) {
      throw new Refused("it holds a line's end, a control character or one that is not seen");
    }
    if (!Gaps.candidates(value).isEmpty()) {
      throw new Refused("it is a placeholder itself");
    }
  }

  private static String shell(
      String text, Map<String, String> values, Set<String> missing, Map<String, String> refused) {
    Mask mask = Mask.of(text, Gaps.candidates(text));
    ShellScript script = ShellScript.of(mask.text());
    return put(
        text,
        Gaps.inShell(text),
        values,
        missing,
        refused,
        (spot, value) -> inShell(script, spot, value));
  }

  private static String inShell(ShellScript script, Spot spot, String value) throws Refused {
    Quoting how = quoting(script, spot);
    boolean plain = value.matches(PLAIN);
    Optional<ShellCommand> command = around(script, spot);
    String program = command.map(ShellCommand::program).orElse("");
    boolean first =
        command.isPresent()
            && !command.get().words().isEmpty()
            && command.get().words().getFirst().from() <= spot.from()
            && spot.from() < command.get().words().getFirst().to();
    boolean begins =
        spot.from() == 0 || " \t\n'\"".indexOf(script.text().charAt(spot.from() - 1)) >= 0;
    if (value.startsWith("-") && begins) {
      throw new Refused("it begins with a hyphen and would be read as an option");
    }
    if (plain && !(first && value.startsWith("~"))) {
      return value;
    }
    if (first || how == Quoting.EXPANSION) {
      throw new Refused("only letters, digits and _@%+=:,./- can stand there");
    }
    boolean reader =
        command.isEmpty()
            || names(command.get()).stream().anyMatch(READERS::contains)
            || script.functions().contains(program)
            || script.commands().stream().anyMatch(one -> one.program().equals("eval"));
    if (reader) {
      throw new Refused(
          (program.isEmpty() ? "what reads it" : program)
              + " could read it as code: only letters, digits and _@%+=:,./- can stand there");
    }
    return quoted(how, value, TAKERS.contains(program));
  }

  private static String quoted(Quoting how, String value, boolean taker) throws Refused {
    if (how == Quoting.BARE) {
      return "'" + value.replace("'", "'\\''") + "'";
    }
    if (!taker && !value.matches(QUIET)) {
      throw new Refused(
          "within quotes it could be read as code; only letters, digits, blanks and"
              + " _@%+=:,./- can stand there");
    }
    return switch (how) {
      case DOUBLE -> value.replaceAll("([\\\\\"$`])", "\\\\$1").replace("!", "\"'!'\"");
      case SINGLE -> value.replace("'", "'\\''");
      case HERE -> value.replaceAll("([\\\\$`])", "\\\\$1");
      default -> value;
    };
  }

  /** Every bare word of the command: what is run by a wrapper counts, too. */
  private static List<String> names(ShellCommand command) {
    return command.words().stream()
        .map(word -> word.text().substring(word.text().lastIndexOf('/') + 1))
        .toList();
  }

  private static Optional<ShellCommand> around(ShellScript script, Spot spot) {
    return script.commands().stream()
        .filter(one -> one.from() >= 0 && one.from() <= spot.from() && spot.from() <= one.to())
        .reduce((a, b) -> b.to() - b.from() < a.to() - a.from() ? b : a);
  }

  private static Quoting quoting(ShellScript script, Spot spot) {
    Quoting at = script.quoting().get(spot.from());
    if (spot.placeholder().form() != Placeholder.Form.VARIABLE) {
      return at;
    }
    // the signs of an expansion are its own: what is before it says how it is read
    Quoting before = spot.from() == 0 ? Quoting.BARE : script.quoting().get(spot.from() - 1);
    boolean opens = spot.from() > 0 && script.text().charAt(spot.from() - 1) == '"';
    return opens && before == Quoting.BARE ? inQuotes(script, spot) : before;
  }

  /** A double quote just before it opens or closes one: whether it is closed behind tells. */
  private static Quoting inQuotes(ShellScript script, Spot spot) {
    boolean closes =
        script.text().indexOf('"', spot.to()) >= 0
            && !script.text().substring(0, spot.from()).endsWith("\"\"");
    return closes ? Quoting.DOUBLE : Quoting.BARE;
  }

  private static String place(
      String target, Map<String, String> values, Set<String> missing, Map<String, String> refused) {
    return put(
        target,
        Gaps.inShell(target),
        values,
        missing,
        refused,
        (_, value) -> {
          if (!value.matches("[A-Za-z0-9][A-Za-z0-9._:-]*")) {
            throw new Refused("it is no machine's name");
          }
          return value;
        });
  }

  private static String query(
      String text, Map<String, String> values, Set<String> missing, Map<String, String> refused) {
    return put(
        text,
        Gaps.inQuery(text),
        values,
        missing,
        refused,
        (_, value) -> {
          if (!value.matches(QUIET)) {
            throw new Refused("in a query only letters, digits, blanks and _@%+=:,./- can stand");
          }
          return value;
        });
  }
}
