package io.signalbox.action;

import io.signalbox.text.StyleSpan;
import java.time.Instant;
import java.util.List;

/**
 * A line of output, already made harmless; {@code error} tells standard error from output.
 *
 * @param spans what of it is not plain
 */
public record OutputLine(Instant at, boolean error, String text, List<StyleSpan> spans) {
  /** Copies the spans. */
  public OutputLine {
    spans = List.copyOf(spans);
  }

  /** A line without colours. */
  public OutputLine(Instant at, boolean error, String text) {
    this(at, error, text, List.of());
  }
}
