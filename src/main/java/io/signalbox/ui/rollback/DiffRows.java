package io.signalbox.ui.rollback;

import io.signalbox.ansible.DiffLine;
import io.signalbox.ansible.TaskDiff;
import io.signalbox.ui.rollback.Row.Fold;
import io.signalbox.ui.rollback.Row.Kind;
import java.util.List;

/** Diffs as lines of a tree, each with its sign. Pure. */
final class DiffRows {
  /** A longer diff is cut, with how much is left out. */
  static final int MOST = 400;

  private DiffRows() {}

  static void add(List<Row> rows, String key, int depth, List<TaskDiff> diffs) {
    int file = 0;
    for (TaskDiff diff : diffs) {
      String at = key + "/f" + file++;
      rows.add(new Row(Kind.FILE, at, depth, Fold.NONE, null, name(diff), count(diff)));
      int number = 0;
      for (DiffLine line : diff.lines()) {
        if (number == MOST) {
          String left = (diff.lines().size() - MOST) + " more lines are not shown";
          rows.add(new Row(Kind.WORDS, at + "/more", depth, Fold.NONE, null, left, ""));
          break;
        }
        rows.add(
            new Row(
                kind(line.kind()), at + "/" + number++, depth, Fold.NONE, null, line.text(), ""));
      }
    }
  }

  private static String name(TaskDiff diff) {
    String before = diff.before();
    String after = diff.after();
    if (before.isEmpty() || after.isEmpty() || before.equals(after)) {
      String either = after.isEmpty() ? before : after;
      return either.isEmpty() ? "what it changes has no name" : either;
    }
    return before + " → " + after;
  }

  /** How many lines come and go; words where nothing but attributes differs. */
  static String count(TaskDiff diff) {
    long added = of(diff, DiffLine.Kind.ADDED);
    long removed = of(diff, DiffLine.Kind.REMOVED);
    return diff.lines().isEmpty() ? "attributes only" : "+" + added + " −" + removed;
  }

  private static long of(TaskDiff diff, DiffLine.Kind kind) {
    return diff.lines().stream().filter(line -> line.kind() == kind).count();
  }

  private static Kind kind(DiffLine.Kind kind) {
    return switch (kind) {
      case PLACE -> Kind.PLACE;
      case SAME -> Kind.SAME;
      case REMOVED -> Kind.REMOVED;
      case ADDED -> Kind.ADDED;
    };
  }
}
