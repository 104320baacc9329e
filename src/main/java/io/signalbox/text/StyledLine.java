package io.signalbox.text;

import java.util.List;

/**
 * A line of output that is harmless: no control character is left in it, secrets are masked.
 *
 * @param spans what is not plain, in order, never overlapping
 */
public record StyledLine(String text, List<StyleSpan> spans) {
  /** Copies the spans. */
  public StyledLine {
    spans = List.copyOf(spans);
  }

  /** A line without colours. */
  public static StyledLine plain(String text) {
    return new StyledLine(text, List.of());
  }
}
