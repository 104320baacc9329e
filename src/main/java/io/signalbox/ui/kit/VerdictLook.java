package io.signalbox.ui.kit;

import io.signalbox.action.Verdict;

/** The sign and the tone of a verdict; only a proved success is green. Pure. */
public final class VerdictLook {
  private VerdictLook() {}

  /** The sign beside the verdict's words. */
  public static Glyph glyph(Verdict verdict) {
    return switch (verdict) {
      case NOT_RUN, CANCELLED -> Glyph.CANCELLED;
      case RUNNING -> Glyph.PLAY;
      case SUCCEEDED_VERIFIED -> Glyph.CHECK;
      case SUCCEEDED_UNVERIFIED, PARTIAL -> Glyph.TRIANGLE;
      case FAILED_VERIFY, FAILED -> Glyph.CROSS;
      case UNKNOWN -> Glyph.QUESTION;
    };
  }

  /** The tone of the verdict. */
  public static Tone tone(Verdict verdict) {
    return switch (verdict) {
      case NOT_RUN -> Tone.QUIET;
      case RUNNING -> Tone.ACCENT;
      case SUCCEEDED_VERIFIED -> Tone.OK;
      case SUCCEEDED_UNVERIFIED, PARTIAL, CANCELLED -> Tone.ATTENTION;
      case FAILED_VERIFY, FAILED -> Tone.DANGER;
      case UNKNOWN -> Tone.UNKNOWN;
    };
  }

  /** What the verdict means for the operator, in a sentence. */
  public static String meaning(Verdict verdict) {
    return switch (verdict) {
      case NOT_RUN -> "Nothing was sent, nothing changed.";
      case RUNNING -> "It goes on, also when this card is closed.";
      case SUCCEEDED_VERIFIED -> "It was done, and every read-back proves it.";
      case SUCCEEDED_UNVERIFIED ->
          "It was done, but not every read-back could prove it: look at what is missing below.";
      case PARTIAL -> "Part of it was done: look at the steps.";
      case FAILED_VERIFY -> "It was done, but the read-back shows something else than intended.";
      case FAILED -> "It failed: look at the output and at the evidence.";
      case CANCELLED -> "It was cancelled; what was under way may have finished.";
      case UNKNOWN ->
          "How it ended is not known. Read the target's state before doing anything else to it.";
    };
  }
}
