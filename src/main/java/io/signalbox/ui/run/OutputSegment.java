package io.signalbox.ui.run;

import io.signalbox.action.OutputLine;
import io.signalbox.text.Ink;
import io.signalbox.text.StyleSpan;
import io.signalbox.text.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;

/**
 * A stretch of a line that looks the same all over.
 *
 * @param hit it is what was searched for
 */
record OutputSegment(String text, TextStyle style, boolean hit) {
  /** A line with more pieces than this is drawn without the colours of the rest. */
  static final int MOST = 200;

  /** A line in its pieces; {@code wanted} is in lower case, empty for no search. */
  static List<OutputSegment> of(OutputLine line, String wanted) {
    String text = line.text();
    TreeSet<Integer> borders = new TreeSet<>(List.of(0, text.length()));
    for (StyleSpan span : line.spans()) {
      borders.add(Math.min(span.from(), text.length()));
      borders.add(Math.min(span.to(), text.length()));
    }
    List<int[]> hits = hits(text, wanted);
    for (int[] hit : hits) {
      borders.add(hit[0]);
      borders.add(hit[1]);
    }
    List<OutputSegment> segments = new ArrayList<>();
    int from = 0;
    for (int to : borders.tailSet(1)) {
      if (segments.size() == MOST) {
        segments.add(new OutputSegment(text.substring(from), TextStyle.PLAIN, false));
        break;
      }
      int at = from;
      boolean hit = hits.stream().anyMatch(range -> range[0] <= at && at < range[1]);
      segments.add(new OutputSegment(text.substring(from, to), styleAt(line, from), hit));
      from = to;
    }
    return segments;
  }

  private static List<int[]> hits(String text, String wanted) {
    List<int[]> hits = new ArrayList<>();
    int at = OutputSearch.find(text, wanted, 0);
    while (at >= 0 && hits.size() < MOST) {
      hits.add(new int[] {at, at + wanted.length()});
      at = OutputSearch.find(text, wanted, at + wanted.length());
    }
    return hits;
  }

  private static TextStyle styleAt(OutputLine line, int at) {
    for (StyleSpan span : line.spans()) {
      if (span.from() <= at && at < span.to()) {
        return span.style();
      }
    }
    return TextStyle.PLAIN;
  }

  /** The style classes: what they look like is the theme's. */
  List<String> styleClasses() {
    List<String> classes = new ArrayList<>(List.of("piece"));
    if (hit) {
      classes.add("hit");
      return classes;
    }
    if (style.ground() != Ink.DEFAULT) {
      classes.add("ground-" + word(style.ground()));
    } else if (style.ink() != Ink.DEFAULT) {
      classes.add("ink-" + word(style.ink()));
    } else if (style.faint()) {
      classes.add("ink-grey");
    }
    if (style.bold()) {
      classes.add("bold");
    }
    if (style.underline()) {
      classes.add("underlined");
    }
    return classes;
  }

  private static String word(Ink ink) {
    return ink.name().toLowerCase(Locale.ROOT);
  }
}
