package io.signalbox.runbook;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/**
 * A fence's info string: the language, and what the author declares. Keys of other programs are
 * left alone.
 *
 * @param wrong what is declared in a way that cannot be followed
 */
record InfoString(String language, Declared declared, List<String> wrong) {
  /** The longest a step may take: the hard limit of a run. */
  static final Duration LONGEST = Duration.ofMinutes(60);

  private static final Set<String> KEYS = Set.of("target", "verify", "needs", "timeout", "danger");
  private static final Pattern PAIR =
      Pattern.compile(
          "([A-Za-z_-]+)\\s*=\\s*(?:\"((?:[^\"\\\\]|\\\\.)*)\"|'([^']*)'|([^\\s}\"']+))");
  private static final Pattern TIME = Pattern.compile("(\\d{1,5})\\s*(ms|s|m|min|h)");

  static InfoString of(String info) {
    String text = info.strip();
    Matcher first = Pattern.compile("\\{?\\s*\\.?([^\\s{}=\"',]+)").matcher(text);
    boolean named = first.lookingAt() && !text.startsWith("=", first.end());
    String language = named ? first.group(1).toLowerCase(Locale.ROOT) : "";
    List<String> wrong = new ArrayList<>();
    Map<String, String> pairs = new LinkedHashMap<>();
    Matcher pair = PAIR.matcher(named ? text.substring(first.end()) : text);
    while (pair.find()) {
      String key = pair.group(1).toLowerCase(Locale.ROOT);
      String value =
          pair.group(2) != null
              ? pair.group(2).replaceAll("\\\\([\"\\\\])", "$1")
              : pair.group(3) != null ? pair.group(3) : pair.group(4);
      if (KEYS.contains(key)) {
        if (pairs.putIfAbsent(key, value) != null) {
          wrong.add("`" + key + "` is declared twice; the first counts");
        }
      } else {
        KEYS.stream()
            .filter(known -> near(known, key))
            .findFirst()
            .ifPresent(known -> wrong.add("`" + key + "` is unknown: `" + known + "` is meant?"));
      }
    }
    return new InfoString(language, declared(pairs, wrong), List.copyOf(wrong));
  }

  private static boolean near(String known, String key) {
    if (Math.abs(known.length() - key.length()) > 1) {
      return false;
    }
    int same = 0;
    while (same < Math.min(known.length(), key.length())
        && known.charAt(same) == key.charAt(same)) {
      same++;
    }
    String left = known.substring(same);
    String right = key.substring(same);
    return left.isEmpty()
        || right.isEmpty()
        || left.substring(1).equals(right)
        || right.substring(1).equals(left)
        || left.substring(1).equals(right.substring(1));
  }

  private static Declared declared(Map<String, String> pairs, List<String> wrong) {
    List<String> targets = list(pairs.getOrDefault("target", ""));
    List<Integer> needs = new ArrayList<>();
    for (String need : list(pairs.getOrDefault("needs", ""))) {
      if (need.matches("(?i)(step[- ]?)?[1-9][0-9]{0,4}")) {
        needs.add(Integer.valueOf(need.replaceAll("\\D", "")));
      } else {
        wrong.add("`needs` takes numbers of steps, not `" + need + "`");
      }
    }
    return new Declared(
        targets,
        verify(pairs.get("verify"), wrong),
        needs,
        timeout(pairs.get("timeout"), wrong),
        danger(pairs.get("danger"), wrong));
  }

  private static List<String> list(String value) {
    List<String> words = new ArrayList<>();
    for (String word : value.split("[,;]", -1)) {
      if (!word.isBlank()) {
        words.add(word.strip());
      }
    }
    return words;
  }

  private static @Nullable Duration timeout(@Nullable String value, List<String> wrong) {
    if (value == null) {
      return null;
    }
    Matcher time = TIME.matcher(value.strip());
    if (!time.matches()) {
      wrong.add("`timeout` takes a time such as 30s or 5m, not `" + value + "`");
      return null;
    }
    long count = Long.parseLong(time.group(1));
    Duration given =
        switch (time.group(2)) {
          case "ms" -> Duration.ofMillis(count);
          case "s" -> Duration.ofSeconds(count);
          case "h" -> Duration.ofHours(count);
          default -> Duration.ofMinutes(count);
        };
    if (given.compareTo(Duration.ofSeconds(1)) < 0 || given.compareTo(LONGEST) > 0) {
      wrong.add("`timeout` has to be from 1s to 60m, not " + value);
      return null;
    }
    return given;
  }

  private static @Nullable Danger danger(@Nullable String value, List<String> wrong) {
    if (value == null) {
      return null;
    }
    for (Danger danger : Danger.values()) {
      if (danger.word().equalsIgnoreCase(value.strip())) {
        return danger;
      }
    }
    wrong.add(
        "`danger` is read-only, mutating or destructive, not `"
            + value
            + "`; it counts as"
            + " destructive");
    return Danger.DESTRUCTIVE;
  }

  private static @Nullable Verify verify(@Nullable String value, List<String> wrong) {
    if (value == null) {
      return null;
    }
    String text = value.strip();
    Matcher exit = Pattern.compile("(?i)exit(?:\\s*code)?\\s*[:= ]\\s*(\\d{1,3})").matcher(text);
    if (exit.matches()) {
      return new Verify.ExitCode(text, Integer.parseInt(exit.group(1)));
    }
    Matcher output = Pattern.compile("(?is)output\\s*(?::|~)\\s*(.+)|/(.+)/").matcher(text);
    if (output.matches()) {
      String pattern = output.group(1) == null ? output.group(2) : output.group(1);
      try {
        return new Verify.Output(text, Pattern.compile(pattern));
      } catch (PatternSyntaxException e) {
        wrong.add("`verify` has no valid pattern: " + e.getDescription());
        return null;
      }
    }
    Matcher query = Pattern.compile("(?is)promql\\s*:\\s*(.+)").matcher(text);
    if (query.matches()) {
      return new Verify.PromQl(text, query.group(1));
    }
    if (text.isEmpty()) {
      wrong.add("`verify` is empty");
      return null;
    }
    return new Verify.Command(text, text.replaceFirst("(?i)^(sh|shell|command)\\s*:\\s*", ""));
  }
}
