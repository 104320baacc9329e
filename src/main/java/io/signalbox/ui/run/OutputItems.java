package io.signalbox.ui.run;

import io.signalbox.action.OutputLine;
import io.signalbox.ui.fx.FxAssert;
import java.util.List;
import javafx.collections.ObservableListBase;

/** A run's output as the list control wants it, without a copy of any line. FX thread only. */
final class OutputItems extends ObservableListBase<OutputLine> {
  private List<OutputLine> lines = List.of();

  /** Shows these lines; a longer list begins with what was shown before, or it is another run's. */
  void show(List<OutputLine> now) {
    FxAssert.onFxThread();
    int before = lines.size();
    if (now.size() == before) {
      return;
    }
    beginChange();
    if (now.size() > before) {
      lines = now;
      nextAdd(before, now.size());
    } else {
      List<OutputLine> old = lines;
      lines = now;
      nextReplace(0, now.size(), old);
    }
    endChange();
  }

  /** The lines as they are: fit for another thread, because they never change. */
  List<OutputLine> lines() {
    return lines;
  }

  @Override
  public OutputLine get(int index) {
    return lines.get(index);
  }

  @Override
  public int size() {
    return lines.size();
  }
}
