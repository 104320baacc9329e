package io.signalbox.ui.kit;

import io.signalbox.model.RunnerState;
import io.signalbox.model.Severity;

/** The sign and the tone of states and severities, the same everywhere. Pure. */
public final class StateLook {
  private StateLook() {}

  /** The sign of a runner's state. */
  public static Glyph glyph(RunnerState state) {
    return switch (state) {
      case ONLINE -> Glyph.CIRCLE;
      case BUSY -> Glyph.PLAY;
      case DEGRADED -> Glyph.TRIANGLE;
      case OFFLINE -> Glyph.SQUARE;
      case UNKNOWN -> Glyph.QUESTION;
    };
  }

  /** The tone of a runner's state. */
  public static Tone tone(RunnerState state) {
    return switch (state) {
      case ONLINE -> Tone.OK;
      case BUSY -> Tone.ACCENT;
      case DEGRADED -> Tone.ATTENTION;
      case OFFLINE -> Tone.DANGER;
      case UNKNOWN -> Tone.UNKNOWN;
    };
  }

  /** The sign of a severity. */
  public static Glyph glyph(Severity severity) {
    return switch (severity) {
      case CRITICAL -> Glyph.SQUARE;
      case WARNING -> Glyph.TRIANGLE;
      case UNRATED -> Glyph.QUESTION;
      case INFO -> Glyph.INFO;
    };
  }

  /** The tone of a severity. */
  public static Tone tone(Severity severity) {
    return switch (severity) {
      case CRITICAL -> Tone.DANGER;
      case WARNING -> Tone.ATTENTION;
      case UNRATED -> Tone.UNKNOWN;
      case INFO -> Tone.QUIET;
    };
  }
}
