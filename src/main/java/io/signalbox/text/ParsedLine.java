package io.signalbox.text;

import java.util.ArrayList;
import java.util.List;

/**
 * A line taken apart: what is to be read, and apart from it what changes its look and what stands
 * in for characters that must not work. Secrets are looked for in what is to be read alone, so that
 * neither a colour nor an invisible character inside one hides it.
 */
final class ParsedLine {
  private final StringBuilder text = new StringBuilder();
  private final List<Mark> marks = new ArrayList<>();
  private TextStyle first = TextStyle.PLAIN;

  /** Before the character at this place: a new style, or words to be inserted. */
  private record Mark(int at, TextStyle style, String insert) {}

  /** Starts over, as a carriage return does. */
  void restart(TextStyle style) {
    text.setLength(0);
    marks.clear();
    first = style;
  }

  void add(CharSequence more, int from, int to) {
    text.append(more, from, to);
  }

  void add(int point) {
    text.appendCodePoint(point);
  }

  /** Words that stand for something that must not work. */
  void insert(String words, TextStyle style) {
    marks.add(new Mark(text.length(), style, words));
  }

  void style(TextStyle style) {
    marks.add(new Mark(text.length(), style, ""));
  }

  String text() {
    return text.toString();
  }

  /** Puts it together again, with these ranges masked. */
  StyledLine render(Ranges masked, int limit) {
    String whole = text();
    Out out = new Out(limit, whole);
    TextStyle style = first;
    int at = 0;
    int range = 0;
    for (Mark mark : marks) {
      // what is marked inside a secret is swallowed with it, but the style after it counts
      range = copy(out, at, mark.at(), range, masked, style);
      at = mark.at();
      boolean inside = range < masked.size() && masked.from(range) < at && at < masked.to(range);
      if (!inside) {
        out.add(mark.insert(), style);
      }
      style = mark.style();
    }
    copy(out, at, whole.length(), range, masked, style);
    return out.line();
  }

  /** Copies a stretch; answers the first range that ends behind it. */
  private int copy(Out out, int from, int to, int firstRange, Ranges masked, TextStyle style) {
    int at = from;
    int range = firstRange;
    while (at < to) {
      if (range >= masked.size() || masked.from(range) >= to) {
        out.copy(at, to, style);
        return range;
      }
      if (masked.from(range) >= at) {
        out.copy(at, masked.from(range), style);
        out.add(SecretMask.MASK, style);
      }
      at = Math.min(masked.to(range), to);
      if (masked.to(range) <= to) {
        range++;
      }
    }
    return range;
  }

  /** Collects text up to a limit, and spans of what is not plain. */
  private static final class Out {
    private final StringBuilder shown;
    private final List<StyleSpan> spans = new ArrayList<>();
    private final int limit;
    private final String whole;
    private long beyond;

    Out(int limit, String whole) {
      this.limit = limit;
      this.whole = whole;
      shown = new StringBuilder(Math.min(limit, whole.length() + 16));
    }

    /** A stretch of what is to be read. */
    void copy(int from, int to, TextStyle style) {
      add(whole, from, to, style);
    }

    void add(String more, TextStyle style) {
      add(more, 0, more.length(), style);
    }

    private void add(String more, int from, int to, TextStyle style) {
      int end = beyond > 0 ? from : Math.min(to, from + limit - shown.length());
      if (end > from && end < to && Character.isHighSurrogate(more.charAt(end - 1))) {
        end--;
      }
      beyond += to - end;
      if (end == from) {
        return;
      }
      int start = shown.length();
      shown.append(more, from, end);
      if (!style.equals(TextStyle.PLAIN)) {
        span(start, shown.length(), style);
      }
    }

    private void span(int from, int to, TextStyle style) {
      if (!spans.isEmpty()
          && spans.getLast().to() == from
          && spans.getLast().style().equals(style)) {
        spans.set(spans.size() - 1, new StyleSpan(spans.getLast().from(), to, style));
      } else {
        spans.add(new StyleSpan(from, to, style));
      }
    }

    StyledLine line() {
      if (beyond > 0) {
        shown.append(" … (").append(beyond).append(" more characters)");
      }
      return new StyledLine(shown.toString(), spans);
    }
  }
}
