package io.signalbox.ui.runbook;

import io.signalbox.runbook.Danger;
import io.signalbox.runbook.StepState;
import io.signalbox.ui.kit.Glyph;
import io.signalbox.ui.kit.Tone;

/** The sign and the tone of a step's state and of its danger. Pure. */
final class StepLook {
  private StepLook() {}

  static Glyph glyph(StepState state) {
    return switch (state) {
      case PENDING -> Glyph.RING;
      case RUNNING -> Glyph.PLAY;
      case OK -> Glyph.CHECK;
      case UNVERIFIED -> Glyph.TRIANGLE;
      case HALF -> Glyph.HALF;
      case FAILED -> Glyph.CROSS;
      case SKIPPED -> Glyph.SKIP;
      case UNKNOWN -> Glyph.QUESTION;
    };
  }

  static Tone tone(StepState state) {
    return switch (state) {
      case PENDING, SKIPPED -> Tone.QUIET;
      case RUNNING, HALF -> Tone.ACCENT;
      case OK -> Tone.OK;
      case UNVERIFIED -> Tone.ATTENTION;
      case FAILED -> Tone.DANGER;
      case UNKNOWN -> Tone.UNKNOWN;
    };
  }

  static Glyph glyph(Danger danger) {
    return switch (danger) {
      case READ_ONLY -> Glyph.EYE;
      case MUTATING -> Glyph.PENCIL;
      case DESTRUCTIVE -> Glyph.TRIANGLE;
    };
  }

  static Tone tone(Danger danger) {
    return switch (danger) {
      case READ_ONLY -> Tone.QUIET;
      case MUTATING -> Tone.ATTENTION;
      case DESTRUCTIVE -> Tone.DANGER;
    };
  }
}
