package io.signalbox.failover;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Label sets as GitHub compares them: without regard to case, all of them have to match. */
public final class Labels {
  /** What GitHub itself gives a runner: read-only there, so nobody adds or removes it. */
  private static final Set<String> GIVEN =
      Set.of("self-hosted", "linux", "windows", "macos", "x64", "arm", "arm64", "x86");

  private Labels() {}

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
