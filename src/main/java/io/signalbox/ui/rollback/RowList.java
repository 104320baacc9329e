package io.signalbox.ui.rollback;

import io.signalbox.ui.fx.FxAssert;
import java.util.List;
import javafx.collections.ObservableListBase;

/**
 * The lines of a tree as the list control wants them: only what really differs is told, so that a
 * thousand tasks can be replaced ten times a second without a jump. FX thread only.
 */
final class RowList extends ObservableListBase<Row> {
  private List<Row> rows = List.of();

  /** Shows these. */
  void show(List<Row> next) {
    FxAssert.onFxThread();
    List<Row> before = rows;
    int shorter = Math.min(before.size(), next.size());
    int head = 0;
    while (head < shorter && before.get(head).equals(next.get(head))) {
      head++;
    }
    int tail = 0;
    while (tail < shorter - head
        && before.get(before.size() - 1 - tail).equals(next.get(next.size() - 1 - tail))) {
      tail++;
    }
    if (head == before.size() && head == next.size()) {
      return;
    }
    List<Row> gone = List.copyOf(before.subList(head, before.size() - tail));
    beginChange();
    rows = next;
    int end = next.size() - tail;
    if (gone.isEmpty()) {
      nextAdd(head, end);
    } else if (head == end) {
      nextRemove(head, gone);
    } else {
      nextReplace(head, end, gone);
    }
    endChange();
  }

  @Override
  public Row get(int index) {
    return rows.get(index);
  }

  @Override
  public int size() {
    return rows.size();
  }
}
