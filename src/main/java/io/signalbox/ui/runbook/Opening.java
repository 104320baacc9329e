package io.signalbox.ui.runbook;

import java.util.Map;

/**
 * What leads to a runbook.
 *
 * @param file its key, its path or its file name
 * @param anchor of the heading to begin at; empty for the first diagnostic step where a cause is
 *     given, else for the beginning
 * @param cause what led there, in words for the operator; empty where it was chosen
 * @param labels of the alert that led there
 * @param runner that is meant; empty for none
 */
public record Opening(
    String file, String anchor, String cause, Map<String, String> labels, String runner) {
  /** Copies the labels. */
  public Opening {
    labels = Map.copyOf(labels);
  }

  /** Chosen by the operator. */
  public static Opening of(String file) {
    return new Opening(file, "", "", Map.of(), "");
  }

  /** At one of its headings. */
  public static Opening at(String file, String anchor) {
    return new Opening(file, anchor, "", Map.of(), "");
  }
}
