package io.signalbox.ansible;

import java.util.List;

/**
 * What a task changes, or would change, in one thing on one host.
 *
 * @param before what it is called before, may be empty
 * @param after what it is called afterwards, may be empty
 * @param lines in order; empty where nothing but attributes differs
 */
public record TaskDiff(String before, String after, List<DiffLine> lines) {
  /** Copies the lines. */
  public TaskDiff {
    lines = List.copyOf(lines);
  }
}
