package io.signalbox.ui.run;

import io.signalbox.action.OutputLine;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.BooleanSupplier;

/**
 * Which lines hold a text, upper and lower case alike. Immutable; {@link #extend} looks through
 * what came since, and may be called on any thread.
 */
final class OutputSearch {
  /** More hits are not told apart. */
  static final int MOST = 1_000_000;

  private static final int CHECK_EVERY = 4096;

  private final String wanted;
  private final int scanned;
  private final int[] hits;

  /** Begins; an empty text is found nowhere. */
  OutputSearch(String wanted) {
    this(wanted.toLowerCase(Locale.ROOT), 0, new int[0]);
  }

  private OutputSearch(String wanted, int scanned, int[] hits) {
    this.wanted = wanted;
    this.scanned = scanned;
    this.hits = hits;
  }

  /** Looks through the lines behind those already seen, until told to stop. */
  OutputSearch extend(List<OutputLine> lines, BooleanSupplier stopped) {
    int[] found = hits;
    int count = hits.length;
    int at = scanned;
    for (; at < lines.size() && count < MOST && !wanted.isEmpty(); at++) {
      if (at % CHECK_EVERY == 0 && stopped.getAsBoolean()) {
        break;
      }
      if (find(lines.get(at).text(), wanted, 0) >= 0) {
        if (count == found.length) {
          found = Arrays.copyOf(found, Math.max(64, 2 * count));
        }
        found[count++] = at;
      }
    }
    return new OutputSearch(wanted, at, Arrays.copyOf(found, count));
  }

  /** Where a lower-case text stands in a line at or behind {@code from}; -1 nowhere. */
  static int find(String line, String wanted, int from) {
    if (wanted.isEmpty()) {
      return -1;
    }
    char first = wanted.charAt(0);
    char other = Character.toUpperCase(first);
    int last = line.length() - wanted.length();
    for (int at = from; at <= last; at++) {
      char c = line.charAt(at);
      if ((c == first || c == other) && line.regionMatches(true, at, wanted, 0, wanted.length())) {
        return at;
      }
    }
    return -1;
  }

  String wanted() {
    return wanted;
  }

  int scanned() {
    return scanned;
  }

  int count() {
    return hits.length;
  }

  boolean capped() {
    return hits.length >= MOST;
  }

  /** The hit's place among the hits, for the line that is looked at; -1 when that is none. */
  int ordinal(int line) {
    return Math.max(-1, Arrays.binarySearch(hits, line));
  }

  /** The next line with a hit behind this one, from the start again after the last; -1 for none. */
  int next(int line) {
    if (hits.length == 0) {
      return -1;
    }
    int found = Arrays.binarySearch(hits, line);
    int at = found >= 0 ? found + 1 : -found - 1;
    return hits[at < hits.length ? at : 0];
  }

  /** The one before. */
  int previous(int line) {
    if (hits.length == 0) {
      return -1;
    }
    int found = Arrays.binarySearch(hits, line);
    int at = (found >= 0 ? found : -found - 1) - 1;
    return hits[at >= 0 ? at : hits.length - 1];
  }
}
