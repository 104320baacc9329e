package io.signalbox.ui.timeline;

import io.signalbox.ui.kit.Glyph;
import io.signalbox.ui.theme.Token;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How a bar stands; each has its own word, sign and filling, so that none rests on colour alone.
 */
enum BarState {
  QUEUED("queued", Glyph.CLOCK, Fill.OUTLINE, Token.ACCENT_SUBTLE, Token.ACCENT_FG),
  WAITING(
      "waiting for approval",
      Glyph.PAUSE,
      Fill.OUTLINE,
      Token.ATTENTION_SUBTLE,
      Token.ATTENTION_FG),
  RUNNING("running", Glyph.PLAY, Fill.SOLID, Token.ACCENT_EMPHASIS, Token.FG_ON_EMPHASIS),
  SUCCESS("success", Glyph.CHECK, Fill.SOLID, Token.BORDER_DEFAULT, Token.FG_MUTED),
  FAILED("failed", Glyph.CROSS, Fill.SOLID, Token.DANGER_EMPHASIS, Token.FG_ON_EMPHASIS),
  CANCELLED("cancelled", Glyph.CANCELLED, Fill.HATCHED, Token.STALE_HATCH, Token.FG_MUTED),
  SKIPPED("skipped", Glyph.SKIP, Fill.OUTLINE, Token.BG_CANVAS, Token.FG_SUBTLE),
  SUPERSEDED("superseded", Glyph.ARROW, Fill.HATCHED, Token.BORDER_DEFAULT, Token.FG_SUBTLE),
  UNKNOWN("unknown", Glyph.QUESTION, Fill.OUTLINE, Token.DONE_SUBTLE, Token.DONE_FG);

  /** How the bar is filled. */
  enum Fill {
    SOLID,
    OUTLINE,
    HATCHED
  }

  private final String word;
  private final Glyph glyph;
  private final Fill fill;
  private final Token background;
  private final Token foreground;

  BarState(String word, Glyph glyph, Fill fill, Token background, Token foreground) {
    this.word = word;
    this.glyph = glyph;
    this.fill = fill;
    this.background = background;
    this.foreground = foreground;
  }

  /** From GitHub's words for a run, a job or a step. */
  static BarState of(String status, @Nullable String conclusion) {
    if (!status.equals("completed")) {
      return switch (status) {
        case "in_progress" -> RUNNING;
        case "waiting" -> WAITING;
        case "queued", "requested", "pending" -> QUEUED;
        default -> UNKNOWN;
      };
    }
    return switch (conclusion == null ? "" : conclusion.toLowerCase(Locale.ROOT)) {
      case "success", "neutral" -> SUCCESS;
      case "failure", "timed_out", "startup_failure", "action_required" -> FAILED;
      case "cancelled" -> CANCELLED;
      case "skipped" -> SKIPPED;
      default -> UNKNOWN;
    };
  }

  /** From GitHub's word for a deployment's newest status. */
  static BarState ofDeployment(String state) {
    return switch (state) {
      case "success" -> SUCCESS;
      case "failure", "error" -> FAILED;
      case "in_progress" -> RUNNING;
      case "queued", "pending" -> QUEUED;
      case "waiting" -> WAITING;
      case "inactive" -> SUPERSEDED;
      default -> UNKNOWN;
    };
  }

  String word() {
    return word;
  }

  Glyph glyph() {
    return glyph;
  }

  Fill fill() {
    return fill;
  }

  Token background() {
    return background;
  }

  Token foreground() {
    return foreground;
  }
}
