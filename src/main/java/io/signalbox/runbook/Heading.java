package io.signalbox.runbook;

import java.util.List;

/**
 * A heading, as the outline has it.
 *
 * @param level 1 to 6
 * @param anchor what a link within the runbook names it by, as GitHub makes it; unique in the file
 * @param line counted from 1
 * @param steps the numbers of the steps below it and above the next heading
 */
public record Heading(int level, String text, String anchor, int line, List<Integer> steps) {
  /** Copies the list. */
  public Heading {
    steps = List.copyOf(steps);
  }
}
