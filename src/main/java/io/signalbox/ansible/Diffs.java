package io.signalbox.ansible;

import io.signalbox.ansible.DiffLine.Kind;
import io.signalbox.text.SafeText;
import java.util.ArrayList;
import java.util.List;

/** Makes diffs of what Ansible tells: texts before and after, or a diff made there. */
final class Diffs {
  /** Lines around a difference that are shown. */
  private static final int AROUND = 3;

  /** Above this many pairs of lines a block is shown as replaced as a whole. */
  private static final long MOST_PAIRS = 1_000_000;

  private static final int MOST_LINES = 2_000;

  private Diffs() {}

  /** A diff made on the other side, line by line with its marks. */
  static TaskDiff prepared(String before, String after, String text) {
    List<DiffLine> lines = new ArrayList<>();
    for (String line : lines(text)) {
      if (lines.size() >= MOST_LINES) {
        lines.add(new DiffLine(Kind.PLACE, "… more lines are left out"));
        break;
      }
      if (line.startsWith("--- ") || line.startsWith("+++ ")) {
        continue;
      }
      lines.add(marked(line));
    }
    return new TaskDiff(SafeText.line(before), SafeText.line(after), lines);
  }

  private static DiffLine marked(String line) {
    String rest = line.isEmpty() ? "" : line.substring(1);
    return switch (line.isEmpty() ? ' ' : line.charAt(0)) {
      case '+' -> new DiffLine(Kind.ADDED, SafeText.line(rest));
      case '-' -> new DiffLine(Kind.REMOVED, SafeText.line(rest));
      case '@' -> new DiffLine(Kind.PLACE, SafeText.line(line));
      case ' ' -> new DiffLine(Kind.SAME, SafeText.line(rest));
      default -> new DiffLine(Kind.SAME, SafeText.line(line));
    };
  }

  /** The difference of two texts. */
  static TaskDiff of(String before, String after, String old, String now) {
    List<String> left = lines(old);
    List<String> right = lines(now);
    int head = 0;
    while (head < left.size() && head < right.size() && left.get(head).equals(right.get(head))) {
      head++;
    }
    int tail = 0;
    while (tail < left.size() - head
        && tail < right.size() - head
        && left.get(left.size() - 1 - tail).equals(right.get(right.size() - 1 - tail))) {
      tail++;
    }
    List<DiffLine> lines = new ArrayList<>();
    if (head + tail < Math.max(left.size(), right.size())) {
      int from = Math.max(0, head - AROUND);
      lines.add(new DiffLine(Kind.PLACE, "line " + (from + 1)));
      left.subList(from, head).forEach(line -> add(lines, Kind.SAME, line));
      middle(
          left.subList(head, left.size() - tail), right.subList(head, right.size() - tail), lines);
      int end = left.size() - tail;
      left.subList(end, Math.min(left.size(), end + AROUND))
          .forEach(line -> add(lines, Kind.SAME, line));
    }
    return new TaskDiff(SafeText.line(before), SafeText.line(after), lines);
  }

  private static void middle(List<String> left, List<String> right, List<DiffLine> lines) {
    if ((long) left.size() * right.size() > MOST_PAIRS) {
      left.forEach(line -> add(lines, Kind.REMOVED, line));
      right.forEach(line -> add(lines, Kind.ADDED, line));
      return;
    }
    int[][] same = new int[left.size() + 1][right.size() + 1];
    for (int i = left.size() - 1; i >= 0; i--) {
      for (int j = right.size() - 1; j >= 0; j--) {
        same[i][j] =
            left.get(i).equals(right.get(j))
                ? same[i + 1][j + 1] + 1
                : Math.max(same[i + 1][j], same[i][j + 1]);
      }
    }
    int i = 0;
    int j = 0;
    while (i < left.size() || j < right.size()) {
      if (i < left.size() && j < right.size() && left.get(i).equals(right.get(j))) {
        add(lines, Kind.SAME, left.get(i++));
        j++;
      } else if (j >= right.size() || (i < left.size() && same[i + 1][j] >= same[i][j + 1])) {
        add(lines, Kind.REMOVED, left.get(i++));
      } else {
        add(lines, Kind.ADDED, right.get(j++));
      }
    }
  }

  private static void add(List<DiffLine> lines, Kind kind, String text) {
    if (lines.size() < MOST_LINES) {
      lines.add(new DiffLine(kind, SafeText.line(text)));
    }
  }

  private static List<String> lines(String text) {
    if (text.isEmpty()) {
      return List.of();
    }
    String body = text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
    return List.of(body.split("\n", -1));
  }
}
