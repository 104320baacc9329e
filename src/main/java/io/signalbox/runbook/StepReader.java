package io.signalbox.runbook;

import io.signalbox.runbook.shell.ShellDanger;
import io.signalbox.runbook.shell.ShellScript;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Makes a step of a fenced block. */
final class StepReader {
  private static final Set<String> SHELL =
      Set.of("bash", "sh", "shell", "shellscript", "shell-script", "dash", "posix");
  private static final Set<String> CONSOLE =
      Set.of(
          "console",
          "shell-session",
          "sh-session",
          "bash-session",
          "shellsession",
          "terminal",
          "term");
  private static final Set<String> PROMQL = Set.of("promql", "prom", "prometheus");
  private static final Set<String> LOGQL = Set.of("logql", "loki");
  private static final Set<String> HTTP = Set.of("http", "https", "rest");
  private static final Pattern NOTE =
      Pattern.compile(
          "(?i)(expected(?: (?:output|result))?|expect|erwartet(?:e ausgabe)?)\\s*:\\s*(.*)");
  private static final Pattern UNDO =
      Pattern.compile("(?i)(undo|to undo|revert|rückgängig)\\s*:\\s*(.*)");

  private StepReader() {}

  /** What a language means. */
  static StepKind kind(String language) {
    if (SHELL.contains(language) || CONSOLE.contains(language)) {
      return StepKind.SHELL;
    }
    return PROMQL.contains(language)
        ? StepKind.PROMQL
        : LOGQL.contains(language)
            ? StepKind.LOGQL
            : HTTP.contains(language) ? StepKind.HTTP : StepKind.SHOWN;
  }

  /** Reads one; what is wrong with it is handed to {@code wrong}. */
  static Step read(
      int number, int line, String info, String literal, String heading, Consumer<String> wrong) {
    InfoString declared = InfoString.of(info);
    declared.wrong().forEach(wrong);
    StepKind kind = kind(declared.language());
    Draft draft = draft(kind, declared.language(), literal);
    if (kind != StepKind.SHOWN && draft.obstacle.isEmpty() && Harmless.conceals(info)) {
      draft.obstacle = "its declarations hold characters that hide or reorder text";
      draft.trouble = draft.obstacle;
    }
    if (!draft.trouble.isEmpty()) {
      wrong.accept(draft.trouble);
    }
    List<String> targets = targets(declared.declared(), draft, wrong);
    Judgement judged = judge(kind, draft, declared);
    Danger raised = declared.declared().danger();
    if (raised != null) {
      if (raised.compareTo(judged.danger()) < 0) {
        wrong.accept(
            "declared "
                + raised.word()
                + ", but it is "
                + judged.danger().word()
                + " ("
                + judged.reason()
                + "): a declaration raises the danger, never lowers it");
      }
      judged = judged.or(new Judgement(raised, "declared " + raised.word() + " by its author"));
    }
    return new Step(
        number,
        line,
        Harmless.line(declared.language()),
        kind,
        Harmless.block(literal),
        draft.script,
        draft.hints.stream().map(Harmless::line).toList(),
        Harmless.block(draft.expected),
        Harmless.line(draft.undo),
        heading,
        placeholders(kind, draft.script, targets, declared.declared().verify()),
        targets.stream().map(Harmless::line).toList(),
        new Judgement(judged.danger(), Harmless.line(judged.reason())),
        declared.declared(),
        StepHash.of(kind, declared.language(), draft.script, targets, declared.declared()),
        draft.obstacle);
  }

  /** What is found out on the way. */
  private static final class Draft {
    private String script = "";
    private List<String> targets = List.of();
    private final List<String> hints = new ArrayList<>();
    private String expected = "";
    private String undo = "";
    private String obstacle = "";
    private String trouble = "";

    void hint(String comment) {
      Matcher note = NOTE.matcher(comment);
      Matcher back = UNDO.matcher(comment);
      if (note.matches()) {
        expected = expected.isEmpty() ? note.group(2) : expected + "\n" + note.group(2);
      } else if (back.matches()) {
        undo = undo.isEmpty() ? back.group(2) : undo + " " + back.group(2);
      } else if (!comment.isBlank() && !comment.startsWith("!")) {
        hints.add(comment);
      }
    }
  }

  private static Draft draft(StepKind kind, String language, String literal) {
    Draft draft = new Draft();
    switch (kind) {
      case SHELL -> shell(draft, language, literal);
      case PROMQL, LOGQL -> {
        List<String> queries = Queries.split(literal);
        draft.script = String.join("\n", queries);
        literal.lines().map(Queries::comment).forEach(draft::hint);
        draft.obstacle = queries.isEmpty() ? "there is no query in it" : "";
      }
      case HTTP -> {
        draft.script = literal.stripTrailing();
        draft.obstacle = "a request is shown, not sent: the console asks its own sources alone";
      }
      case SHOWN -> {
        return draft;
      }
    }
    if (draft.obstacle.isEmpty() && Harmless.conceals(literal)) {
      draft.obstacle =
          "it holds characters that hide or reorder text; what is seen is not what runs";
      draft.trouble = draft.obstacle;
    }
    return draft;
  }

  private static void shell(Draft draft, String language, String literal) {
    String text = literal;
    if (CONSOLE.contains(language) || ConsoleText.looksLike(literal)) {
      ConsoleText console = ConsoleText.of(literal);
      text = console.script();
      draft.expected = console.output().stripTrailing();
      if (console.prompts() == 0) {
        draft.obstacle = "no prompt in it tells commands from output";
        draft.expected = "";
      }
    }
    SshRoad road = SshRoad.of(text.stripTrailing());
    draft.script = road.script();
    draft.targets = road.targets();
    Mask mask = Mask.of(draft.script, Gaps.candidates(draft.script));
    ShellScript script = ShellScript.of(mask.text());
    script.comments().stream().map(mask::lift).forEach(draft::hint);
    if (draft.obstacle.isEmpty() && !road.obstacle().isEmpty()) {
      draft.obstacle = road.obstacle();
    }
    if (draft.obstacle.isEmpty() && script.commands().isEmpty()) {
      draft.obstacle = "there is no command in it";
    }
    if (draft.obstacle.isEmpty() && !script.trouble().isEmpty()) {
      draft.obstacle = "no shell can read it: " + script.trouble();
      draft.trouble = draft.obstacle;
    }
  }

  private static List<String> targets(Declared declared, Draft draft, Consumer<String> wrong) {
    if (declared.targets().isEmpty()) {
      return draft.targets;
    }
    boolean differs = !draft.targets.isEmpty() && !declared.targets().containsAll(draft.targets);
    if (differs) {
      draft.obstacle =
          "declared for "
              + String.join(", ", declared.targets())
              + ", but its ssh goes to "
              + String.join(", ", draft.targets);
      wrong.accept(draft.obstacle);
    }
    return declared.targets();
  }

  private static Judgement judge(StepKind kind, Draft draft, InfoString info) {
    return switch (kind) {
      case SHELL -> judgeShell(draft.script, info);
      case PROMQL, LOGQL -> new Judgement(Danger.READ_ONLY, "a query only reads");
      case HTTP ->
          draft.script.matches("(?s)\\s*(GET|HEAD|OPTIONS|https?://)\\b.*")
              ? new Judgement(Danger.READ_ONLY, "the request only asks")
              : draft.script.matches("(?s)\\s*DELETE\\b.*")
                  ? new Judgement(Danger.DESTRUCTIVE, "the request deletes")
                  : new Judgement(Danger.MUTATING, "the request changes something");
      case SHOWN -> new Judgement(Danger.READ_ONLY, "it is read, not run");
    };
  }

  /** What proves a step runs like the step; sh does not read all as bash does. */
  private static Judgement judgeShell(String script, InfoString info) {
    Judgement judged = judgeShell(script);
    if (posix(info.language())) {
      judged = judged.or(judgePosix(script));
    }
    return info.declared().verify() instanceof Verify.Command proof
        ? judged.or(judgeProof(proof.script()))
        : judged;
  }

  /** True for a language whose steps are run by {@code sh}, not by bash. */
  static boolean posix(String language) {
    return language.matches("sh|dash|posix");
  }

  /** A proof's danger; {@code sh} runs it. */
  static Judgement judgeProof(String script) {
    Judgement judged = judgeShell(script).or(judgePosix(script));
    return new Judgement(judged.danger(), "its verification: " + judged.reason());
  }

  private static Judgement judgePosix(String script) {
    return ShellDanger.bashAlone(script)
        ? new Judgement(Danger.MUTATING, "it is written for bash, and sh reads it differently")
        : new Judgement(Danger.READ_ONLY, "sh reads it as bash does");
  }

  /** A script's danger; gaps in it count as words. */
  static Judgement judgeShell(String script) {
    Mask mask = Mask.of(script, Gaps.candidates(script));
    Judgement judged = ShellDanger.judge(mask.text());
    return new Judgement(judged.danger(), mask.lift(judged.reason()));
  }

  private static List<Placeholder> placeholders(
      StepKind kind, String script, List<String> targets, @Nullable Verify verify) {
    Map<String, Placeholder> found = new LinkedHashMap<>();
    Set<Mask.Spot> spots = new LinkedHashSet<>();
    for (String target : kind == StepKind.SHELL ? targets : List.<String>of()) {
      spots.addAll(Gaps.inShell(target));
    }
    switch (kind) {
      case SHELL -> spots.addAll(Gaps.inShell(script));
      case PROMQL, LOGQL, HTTP -> spots.addAll(Gaps.inQuery(script));
      case SHOWN -> spots.clear();
    }
    if (kind == StepKind.SHELL && verify instanceof Verify.Command proof) {
      spots.addAll(Gaps.inShell(proof.script()));
    }
    if (kind != StepKind.SHOWN && verify instanceof Verify.PromQl proof) {
      spots.addAll(Gaps.inQuery(proof.expression()));
    }
    spots.forEach(spot -> found.putIfAbsent(spot.placeholder().name(), spot.placeholder()));
    return List.copyOf(found.values());
  }
}
