package io.signalbox.ui.rollback;

import io.signalbox.rollback.RollbackBoard.Preview;
import io.signalbox.ui.kit.Ages;
import io.signalbox.ui.kit.Glyph;
import io.signalbox.ui.kit.Tone;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a preview is worth now. Pure; the interlock compares the fingerprint for itself. */
record PreviewStanding(Kind kind, Look look, String words) {
  /** Whether it counts. */
  enum Kind {
    NONE,
    OTHER,
    STALE,
    CUT_SHORT,
    VALID
  }

  static PreviewStanding of(@Nullable Preview preview, String target, Instant now) {
    if (preview == null) {
      return new PreviewStanding(
          Kind.NONE, look(Glyph.QUESTION, Tone.UNKNOWN, "no preview"), "nothing was tried yet");
    }
    String age = "taken " + Ages.exact(Duration.between(preview.takenAt(), now)) + " ago";
    if (!target.isEmpty() && !preview.version().equals(target)) {
      return new PreviewStanding(
          Kind.OTHER,
          look(Glyph.TRIANGLE, Tone.ATTENTION, "different"),
          "of " + preview.version() + ", not of " + target + "; " + age);
    }
    if (!now.isBefore(preview.validUntil())) {
      return new PreviewStanding(
          Kind.STALE,
          look(Glyph.CLOCK, Tone.ATTENTION, "stale"),
          age + ", no longer valid since " + Ages.since(preview.validUntil(), now));
    }
    if (!preview.whole()) {
      return new PreviewStanding(
          Kind.CUT_SHORT,
          look(Glyph.TRIANGLE, Tone.ATTENTION, "cut short"),
          "the check run did not come to its own end; " + age);
    }
    return new PreviewStanding(
        Kind.VALID,
        look(Glyph.CLOCK, Tone.QUIET, "valid"),
        "for " + Ages.exact(Duration.between(now, preview.validUntil())) + ", " + age);
  }

  private static Look look(Glyph glyph, Tone tone, String word) {
    return new Look(glyph, tone, word);
  }

  /** What the action card will say of it, empty where nothing. */
  String warning() {
    return switch (kind) {
      case NONE -> "Without a preview the card refuses";
      case OTHER -> "The preview is of another version: the card refuses";
      case STALE -> "The preview is stale: the card refuses";
      case CUT_SHORT, VALID -> "";
    };
  }
}
