package io.signalbox.ui.theme;

import java.util.Locale;

/**
 * Functional colour names, for what is painted in code; the values are those of the style sheets.
 */
public enum Token {
  BG_CANVAS,
  BG_PANEL,
  BG_RAISED,
  BG_INSET,
  BG_HOVER,
  BORDER_DEFAULT,
  BORDER_MUTED,
  FG_DEFAULT,
  FG_MUTED,
  FG_SUBTLE,
  FG_ON_EMPHASIS,
  ACCENT_FG,
  ACCENT_EMPHASIS,
  ACCENT_MUTED,
  ACCENT_SUBTLE,
  SUCCESS_FG,
  SUCCESS_EMPHASIS,
  SUCCESS_MUTED,
  SUCCESS_SUBTLE,
  ATTENTION_FG,
  ATTENTION_EMPHASIS,
  ATTENTION_MUTED,
  ATTENTION_SUBTLE,
  DANGER_FG,
  DANGER_EMPHASIS,
  DANGER_FILL,
  DANGER_MUTED,
  DANGER_SUBTLE,
  DONE_FG,
  DONE_EMPHASIS,
  DONE_MUTED,
  DONE_SUBTLE,
  STALE_FG,
  STALE_HATCH,
  BAR_TRACK,
  BAR_FILL,
  SELECTION;

  /** The looked-up colour's name in the style sheets. */
  public String css() {
    return "-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
