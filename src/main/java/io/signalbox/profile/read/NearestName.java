package io.signalbox.profile.read;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.TreeSet;

/** Finds what was probably meant by a mistyped name. */
final class NearestName {
  private NearestName() {}

  /** {@code ; did you mean `x`?}, or the list of what is known. */
  static String hint(String wrong, Collection<String> known) {
    if (known.isEmpty()) {
      return "; nothing is expected here";
    }
    String nearest =
        known.stream().min(Comparator.comparingInt(name -> distance(wrong, name))).orElseThrow();
    return distance(wrong, nearest) <= Math.max(2, wrong.length() / 3)
        ? "; did you mean `" + nearest + "`?"
        : "; known here: " + String.join(", ", new TreeSet<>(known));
  }

  private static int distance(String left, String right) {
    String a = left.toLowerCase(Locale.ROOT);
    String b = right.toLowerCase(Locale.ROOT);
    int[] previous = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      previous[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int[] row = new int[b.length() + 1];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int swap = previous[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(swap, Math.min(previous[j], row[j - 1]) + 1);
      }
      previous = row;
    }
    return previous[b.length()];
  }
}
