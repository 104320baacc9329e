package io.signalbox.runbook;

import io.signalbox.runbook.Mask.Spot;
import io.signalbox.runbook.Placeholder.Form;
import io.signalbox.runbook.shell.Quoting;
import io.signalbox.runbook.shell.ShellCommand;
import io.signalbox.runbook.shell.ShellScript;
import io.signalbox.runbook.shell.Variable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds what has to be filled in, and leaves redirections, tests, patterns and HTML alone. */
final class Gaps {
  private static final Pattern ANGLE =
      Pattern.compile(
          "(?<![<?\\\\$&])(?<!\\?P)<(\\p{L}(?:[\\p{L}\\p{N} _./|:-]*[\\p{L}\\p{N}])?)>");
  private static final Pattern YOUR =
      Pattern.compile(
          "(?<![A-Za-z0-9_${-])(YOUR[_-][A-Z0-9]+(?:[_-][A-Z0-9]+)*|CHANGE_?ME|REPLACE_?ME|TODO)"
              + "(?![A-Za-z0-9_=])");
  private static final Pattern CROSSES =
      Pattern.compile("(?<![A-Za-z0-9])(X{4,}|x{5,})(?![A-Za-z0-9])");
  private static final Pattern BRACKET =
      Pattern.compile(
          "(?<![\\w$\\]}\\\\)*+?^|\\[(-])\\[(ID|IP|\\p{Lu}[\\p{Lu}\\p{N}_"
              + " -]{1,38}[\\p{Lu}\\p{N}])\\](?![\\]*+?{=(\\\\-])");
  private static final Pattern PLAIN_VARIABLE =
      Pattern.compile("\\$(?:\\{([A-Za-z_]\\w*)(?::\\w+)?\\}|([A-Za-z_]\\w*))");
  private static final Pattern RANGES =
      Pattern.compile("(^|[^\\p{L}\\p{N}])[A-Z0-9]-[A-Z0-9]([^\\p{L}]|$).*");
  private static final Set<String> LOG_WORDS =
      Set.of(
          "INFO",
          "WARN",
          "WARNING",
          "ERROR",
          "DEBUG",
          "FATAL",
          "TRACE",
          "OK",
          "FAIL",
          "FAILED",
          "SUCCESS",
          "NOTICE",
          "CRITICAL",
          "CRIT",
          "PASS",
          "PASSED",
          "SKIP",
          "SKIPPED",
          "DONE",
          "START",
          "END",
          "ERR",
          "NOTE",
          "PANIC",
          "ALERT",
          "EMERG");
  private static final Set<String> TAGS =
      Set.of(
          "html", "head", "body", "title", "div", "span", "p", "br", "hr", "a", "b", "i", "u", "ul",
          "ol", "li", "table", "tr", "td", "th", "thead", "tbody", "h1", "h2", "h3", "h4", "h5",
          "h6", "script", "style", "form", "input", "img", "pre", "code", "meta", "link", "em",
          "strong", "button", "label", "select", "option", "svg", "nav", "main", "section");
  private static final Set<String> SET_ANYWAY =
      Set.of(
          "HOME",
          "USER",
          "LOGNAME",
          "PATH",
          "PWD",
          "OLDPWD",
          "SHELL",
          "HOSTNAME",
          "UID",
          "EUID",
          "PPID",
          "RANDOM",
          "SRANDOM",
          "SECONDS",
          "LINENO",
          "IFS",
          "LANG",
          "LANGUAGE",
          "TERM",
          "TMPDIR",
          "EDITOR",
          "VISUAL",
          "PAGER",
          "DISPLAY",
          "MAIL",
          "TZ",
          "COLUMNS",
          "LINES",
          "OPTARG",
          "OPTIND",
          "OPTERR",
          "REPLY",
          "FUNCNAME",
          "PIPESTATUS",
          "GROUPS",
          "HOSTTYPE",
          "MACHTYPE",
          "OSTYPE",
          "SHLVL",
          "DIRSTACK",
          "EPOCHSECONDS",
          "EPOCHREALTIME",
          "SHELLOPTS",
          "COPROC",
          "MAPFILE",
          "PS1",
          "PS2",
          "PS4",
          "SUDO_USER",
          "SUDO_UID",
          "SUDO_GID");

  private Gaps() {}

  /** What looks like a gap, whatever the shell says of it; in order, never overlapping. */
  static List<Spot> candidates(String text) {
    List<Spot> found = new ArrayList<>();
    Matcher angle = ANGLE.matcher(text);
    while (angle.find()) {
      if (plausible(text, angle)) {
        found.add(spot(angle, Form.ANGLE));
      }
    }
    collect(YOUR, text, Form.YOUR, found);
    collect(CROSSES, text, Form.CROSSES, found);
    Matcher bracket = BRACKET.matcher(text);
    while (bracket.find()) {
      String name = bracket.group(1);
      if (!LOG_WORDS.contains(name) && !RANGES.matcher(name).lookingAt() && !ranged(name)) {
        found.add(spot(bracket, Form.BRACKET));
      }
    }
    return ordered(found);
  }

  private static boolean ranged(String name) {
    return name.matches("([A-Z0-9]-[A-Z0-9]|_)+");
  }

  private static boolean plausible(String text, Matcher angle) {
    String name = angle.group(1);
    char next = angle.end() < text.length() ? text.charAt(angle.end()) : ' ';
    boolean redirects =
        next == '>' || next == '&' || (next < 128 && Character.isLetterOrDigit(next));
    boolean descriptor = name.matches(".* [0-9]+");
    boolean path =
        name.contains("./") || name.startsWith("dev/") || name.matches(".*\\.[a-z]{2,4}");
    boolean element = text.contains("</" + name + ">");
    return !redirects && !descriptor && !path && !element;
  }

  private static void collect(Pattern pattern, String text, Form form, List<Spot> into) {
    Matcher matcher = pattern.matcher(text);
    while (matcher.find()) {
      into.add(spot(matcher, form));
    }
  }

  private static Spot spot(Matcher matcher, Form form) {
    Placeholder placeholder = new Placeholder(matcher.group(1), matcher.group(), form);
    return new Spot(placeholder, matcher.start(), matcher.end());
  }

  private static List<Spot> ordered(List<Spot> found) {
    List<Spot> sorted = new ArrayList<>(found);
    sorted.sort(Comparator.comparingInt(Spot::from).thenComparing(s -> -s.to()));
    List<Spot> apart = new ArrayList<>();
    for (Spot spot : sorted) {
      if (apart.isEmpty() || spot.from() >= apart.getLast().to()) {
        apart.add(spot);
      }
    }
    return apart;
  }

  /** The gaps of a shell script, in order. */
  static List<Spot> inShell(String text) {
    Mask mask = Mask.of(text, candidates(text));
    ShellScript script = ShellScript.of(mask.text());
    List<Spot> found = new ArrayList<>();
    for (Spot spot : mask.spots()) {
      Quoting how = script.quoting().get(spot.from());
      boolean tag =
          how != Quoting.BARE
              && spot.placeholder().form() == Form.ANGLE
              && TAGS.contains(spot.placeholder().name().toLowerCase(Locale.ROOT));
      if (how != Quoting.COMMENT && !tag && !template(script, spot)) {
        found.add(spot);
      }
    }
    script.variables().stream()
        .filter(variable -> open(variable, script))
        .map(
            variable ->
                new Spot(
                    new Placeholder(
                        variable.name(),
                        text.substring(variable.from(), variable.to()),
                        Form.VARIABLE),
                    variable.from(),
                    variable.to()))
        .forEach(found::add);
    return ordered(found);
  }

  private static boolean open(Variable variable, ShellScript script) {
    return !variable.optional()
        && !script.assigned().contains(variable.name())
        && !SET_ANYWAY.contains(variable.name())
        && !variable.name().matches("(BASH|LC_|XDG_|SSH_|COMP_).*");
  }

  /** {@code mktemp} takes crosses as its own. */
  private static boolean template(ShellScript script, Spot spot) {
    if (spot.placeholder().form() != Form.CROSSES) {
      return false;
    }
    return script.commands().stream()
        .filter(command -> command.from() <= spot.from() && spot.to() <= command.to())
        .map(ShellCommand::program)
        .anyMatch("mktemp"::equals);
  }

  /** The gaps of a query or a request: dollar signs mean nothing else there. */
  static List<Spot> inQuery(String text) {
    List<Spot> found = new ArrayList<>(candidates(text));
    Matcher variable = PLAIN_VARIABLE.matcher(text);
    while (variable.find()) {
      String name = variable.group(1) == null ? variable.group(2) : variable.group(1);
      if (!name.startsWith("__")) {
        found.add(
            new Spot(
                new Placeholder(name, variable.group(), Form.VARIABLE),
                variable.start(),
                variable.end()));
      }
    }
    return ordered(found);
  }
}
