package io.signalbox.ui.timeline;

import java.util.List;

/**
 * A lane of the line.
 *
 * @param rows bars that overlap lie in different rows; at least one row, oldest bar first
 */
record Lane(Kind kind, String name, List<List<Bar>> rows) {
  /** What a lane stands for, in the order in which lanes are shown. */
  enum Kind {
    ENVIRONMENT("environment"),
    QUEUE("queue"),
    RUNNER("runner"),
    RUNS("runs");

    private final String word;

    Kind(String word) {
      this.word = word;
    }

    String word() {
      return word;
    }
  }

  List<Bar> bars() {
    return rows.stream().flatMap(List::stream).toList();
  }

  boolean running() {
    return bars().stream().anyMatch(bar -> bar.state() == BarState.RUNNING);
  }

  boolean empty() {
    return rows.stream().allMatch(List::isEmpty);
  }
}
