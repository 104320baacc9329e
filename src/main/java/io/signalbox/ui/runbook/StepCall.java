package io.signalbox.ui.runbook;

import io.signalbox.runbook.Step;
import java.util.Map;

/**
 * A step that somebody pressed, as it was seen then.
 *
 * @param key of its runbook
 * @param host its name in the profile
 * @param values for its gaps
 * @param looks whether it only reads, with these values
 */
public record StepCall(
    String key, Step step, String host, Map<String, String> values, boolean looks) {
  /** Copies the values. */
  public StepCall {
    values = Map.copyOf(values);
  }
}
