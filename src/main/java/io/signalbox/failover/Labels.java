package io.signalbox.failover;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Label sets as GitHub compares them: without regard to case, all of them have to match. */
public final class Labels {
  /** What GitHub itself gives a runner: read-only there, so nobody adds or removes it. */
  private static final Set<String> GIVEN =
      Set.of("self-hosted", "linux", "windows", "macos", "x64", "arm", "arm64", "x86");

  private static final Pattern IMAGE =
      Pattern.compile("(ubuntu|windows|macos)-[a-z0-9.-]+", Pattern.CASE_INSENSITIVE);

  private Labels() {}

  /**
   * True for a set that asks for a machine of GitHub's own (docs, "Choosing GitHub-hosted
   * runners"): an image's name, and not {@code self-hosted}. A runner of one's own may carry such a
   * label too.
   */
  public static boolean hosted(List<String> labels) {
    return !has(labels, "self-hosted")
        && labels.stream().anyMatch(one -> IMAGE.matcher(one).matches());
  }

  /** True when the set holds this label. */
  public static boolean has(List<String> labels, String label) {
    return labels.stream().anyMatch(one -> one.equalsIgnoreCase(label));
  }

  /** Those of the wanted ones that the set lacks, each once. */
  public static List<String> missing(List<String> labels, List<String> wanted) {
    List<String> missing = new ArrayList<>();
    for (String one : wanted) {
      if (!has(labels, one) && !has(missing, one)) {
        missing.add(one);
      }
    }
    return List.copyOf(missing);
  }

  /** True when a job that asks for these may run where these are. */
  public static boolean satisfies(List<String> labels, List<String> wanted) {
    return missing(labels, wanted).isEmpty();
  }

  /** True when both hold the same labels. */
  public static boolean same(List<String> one, List<String> other) {
    return satisfies(one, other) && satisfies(other, one);
  }

  /** The set with these besides. */
  public static List<String> plus(List<String> labels, List<String> more) {
    List<String> all = new ArrayList<>(labels);
    all.addAll(missing(labels, more));
    return List.copyOf(all);
  }

  /** The set without these. */
  public static List<String> minus(List<String> labels, List<String> less) {
    return labels.stream().filter(one -> !has(less, one)).toList();
  }

  /** True for a label that GitHub gives and keeps. */
  public static boolean given(String label) {
    return GIVEN.contains(label.toLowerCase(Locale.ROOT));
  }
}
