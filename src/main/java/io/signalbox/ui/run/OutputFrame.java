package io.signalbox.ui.run;

import io.signalbox.action.OutputLine;
import java.util.List;

/**
 * Some lines that were read, to draw from.
 *
 * @param from the number of the first
 * @param top what was to be at the top when they were asked for
 */
record OutputFrame(int from, List<OutputLine> lines, double top) {
  static final OutputFrame NONE = new OutputFrame(0, List.of(), 0);

  OutputFrame {
    lines = List.copyOf(lines);
  }

  boolean covers(int first, int end) {
    return from <= first && end <= end();
  }

  int end() {
    return from + lines.size();
  }

  OutputLine line(int number) {
    return lines.get(number - from);
  }
}
