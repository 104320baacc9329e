package io.signalbox.runbook.shell;

import io.signalbox.runbook.Danger;
import io.signalbox.runbook.Judgement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Judges a shell script by every simple command in it. Conservative: a program that is not known to
 * only read counts as changing something, and so does whatever cannot be read.
 */
public final class ShellDanger {
  private static final Pattern DECIDED =
      Pattern.compile("(?:.*/)?(?:curl|wget|gh|find|docker|podman|kubectl|git)");
  private static final Pattern OPTIONS = Pattern.compile("\\b\\w++=[\"'$]*+-[a-zA-Z-]");
  private static final Judgement NOTHING = new Judgement(Danger.READ_ONLY, "it only reads");
  private static final String PLAIN_OPTIONS =
      "( -[abefilmnuvx]+| -[abefilmnuvx]*o (pipefail|errexit|nounset|xtrace)| --norc|"
          + " --noprofile)*";
  private static final int DEEPEST = 20;
  private static final Set<String> SHELLS = Set.of("sh", "bash", "dash", "zsh", "ksh", "ash");

  private ShellDanger() {}

  /** How dangerous a script is, and what in it decides that. */
  public static Judgement judge(String script) {
    return judge(ShellScript.of(script), DEEPEST);
  }

  /** True where a plain {@code sh} reads other commands in it than bash does. */
  public static boolean bashAlone(String script) {
    return Doubt.bashAlone(script);
  }

  private static Judgement judge(ShellScript script, int left) {
    Judgement worst = NOTHING;
    if (!script.trouble().isEmpty()) {
      worst = new Judgement(Danger.MUTATING, "it cannot be read to its end: " + script.trouble());
    }
    Optional<String> doubt =
        script.doubt().isEmpty() ? Doubt.of(script) : Optional.of(script.doubt());
    if (doubt.isPresent()) {
      worst = worst.or(mutating(doubt.get()));
    }
    boolean options = OPTIONS.matcher(script.text()).find();
    for (ShellCommand command : script.commands()) {
      worst =
          worst.or(judge(command, script.functions(), left)).or(loose(command, script, options));
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

  /**
   * Options that a variable brings are not seen here: of these programs they can change anything.
   */
  private static boolean decides(String word) {
    return DECIDED.matcher(word).matches();
  }

  private static Judgement loose(ShellCommand command, ShellScript script, boolean options) {
    boolean decided = command.words().stream().map(ShellWord::text).anyMatch(ShellDanger::decides);
    return command.words().stream()
        .filter(word -> decided && !word.literal())
        .filter(word -> word.splits() || options || given(word, script))
        .findFirst()
        .map(word -> mutating("what " + word.text() + " brings is known only when it runs"))
        .orElse(NOTHING);
  }

  /** A bare variable within a word, whose value the script gives: it may hold blanks. */
  private static boolean given(ShellWord word, ShellScript script) {
    return word.to() - word.from() == word.text().length()
        && script.assigned().stream()
            .anyMatch(name -> word.text().matches("(?s).*\\$\\{?\\Q" + name + "\\E\\b.*"));
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
    if (whole.contains("/") && !whole.matches("(/usr)?(/local)?/s?bin/[^/]+")) {
      return mutating("not known to only read: " + shown(whole));
    }
    if (Wrapped.wraps(program)) {
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
      case "trap" -> arguments.isEmpty() ? NOTHING : script(arguments.getFirst(), fixed, left);
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
    Wrapped wrapped = Wrapped.of(program, arguments);
    List<String> inner = wrapped.inner();
    Judgement worst = wrapped.doubt().isEmpty() ? NOTHING : mutating(wrapped.doubt());
    if (program.equals("watch") && !inner.isEmpty()) {
      return worst.or(script(String.join(" ", inner), fixed, left));
    }
    if (program.equals("xargs") && !inner.isEmpty() && !ReadOnlyPrograms.takes(inner)) {
      worst = worst.or(mutating("what xargs adds is known only when it runs"));
    }
    return worst.or(words(inner, command, fixed, left - 1));
  }

  private static Judgement mutating(String why) {
    return new Judgement(Danger.MUTATING, why);
  }

  /** A script within a word: with an expansion in it, it is known only when it runs. */
  private static Judgement script(String script, boolean fixed, int left) {
    Judgement judged = judge(ShellScript.of(script), left - 1);
    return fixed ? judged : judged.or(mutating("what it runs is known only then"));
  }

  /** True where a word stands in the command as it is: what is behind it is given as data. */
  private static boolean literal(ShellCommand command, String text) {
    return command.words().stream().allMatch(word -> word.literal() || !word.text().equals(text));
  }

  private static Judgement document(ShellCommand command, Redirect document, int left) {
    long inputs = command.redirects().stream().filter(one -> !one.writes()).count();
    boolean fixed = document.literal() || !document.target().matches("(?s).*[$`\\\\].*");
    return script(document.target(), fixed && inputs == 1, left);
  }

  private static Judgement shell(
      String program, List<String> arguments, ShellCommand command, int left) {
    if (program.equals("eval")) {
      return command.words().stream().allMatch(ShellWord::literal)
          ? judge(ShellScript.of(String.join(" ", arguments)), left - 1)
          : new Judgement(Danger.MUTATING, "eval runs what is known only then");
    }
    String before = "";
    for (int i = 0; i < arguments.size(); i++) {
      if (arguments.get(i).matches("-[a-zA-Z]*c|--command")) {
        boolean known = before.matches(program.equals("su") ? "( -|-l|[\\w.-])*" : PLAIN_OPTIONS);
        boolean last = !program.equals("su") || i + 2 >= arguments.size();
        Judgement inner =
            i + 1 < arguments.size()
                ? script(arguments.get(i + 1), literal(command, arguments.get(i + 1)), left)
                : mutating(program + " -c without a command");
        return known && last ? inner : inner.or(mutating(program + before + " may run more"));
      }
      before += " " + arguments.get(i);
    }
    Optional<Redirect> document =
        command.redirects().stream().filter(Redirect::hereDocument).findFirst();
    boolean reads = arguments.stream().allMatch(word -> word.startsWith("-"));
    if (document.isPresent() && reads) {
      return document(command, document.get(), left);
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
    String host = call.get().host();
    boolean fixed =
        command.words().stream()
            .allMatch(word -> word.literal() || word.text().matches("(.*@)?\\Q" + host + "\\E"));
    Judgement judged =
        document.isPresent() && (inner.isEmpty() || call.get().shell())
            ? document(command, document.get(), left)
            : script(inner, fixed, left);
    boolean more = arguments.stream().anyMatch(word -> word.matches("-[0-9A-Za-z]*[oFEIS].*"));
    return more ? judged.or(mutating("an option of ssh may run something here")) : judged;
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
    boolean place =
        exec == 0
            || (exec == 1 && words.getFirst().matches("compose|container"))
            || (exec > 0 && words.subList(0, exec).stream().allMatch(one -> one.startsWith("-")));
    if (!place) {
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
    String object = words.isEmpty() ? "" : words.getFirst();
    String verb = words.size() > 1 ? words.get(1) : "show";
    boolean batch = arguments.stream().anyMatch(word -> word.matches("--?(b|ba|bat.*|force)"));
    boolean sets = object.matches("l|li|lin|link") && verb.equals("s");
    return !batch
            && !sets
            && object.matches("[a-z0-9]*")
            && verb.matches("show|s|sh|list|ls|l|lst|get|help|monitor")
        ? NOTHING
        : new Judgement(Danger.MUTATING, "ip " + String.join(" ", words) + " changes the network");
  }
}
