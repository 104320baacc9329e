package io.signalbox.ui.rollback;

import io.signalbox.ansible.Forecast;
import io.signalbox.ansible.HostState;
import io.signalbox.rollback.Health;
import io.signalbox.rollback.PreFlight.Mark;
import io.signalbox.ui.kit.Glyph;
import io.signalbox.ui.kit.Tone;

/** A state as it is worn everywhere here: a sign, a tone, and always its word. Pure. */
record Look(Glyph glyph, Tone tone, String word) {
  static Look of(HostState state) {
    return switch (state) {
      case RUNNING -> new Look(Glyph.PLAY, Tone.ACCENT, state.word());
      case OK -> new Look(Glyph.CHECK, Tone.QUIET, state.word());
      case CHANGED -> new Look(Glyph.ARROW, Tone.ACCENT, state.word());
      case FAILED -> new Look(Glyph.CROSS, Tone.DANGER, state.word());
      case UNREACHABLE -> new Look(Glyph.BLIND, Tone.DANGER, state.word());
      case RESCUED -> new Look(Glyph.TRIANGLE, Tone.ATTENTION, state.word());
      case IGNORED -> new Look(Glyph.CROSS, Tone.ATTENTION, state.word());
      case SKIPPED -> new Look(Glyph.SKIP, Tone.QUIET, state.word());
    };
  }

  static Look of(Forecast forecast) {
    return switch (forecast) {
      case SKIPPED -> new Look(Glyph.SKIP, Tone.QUIET, forecast.words());
      case UNCHANGED -> new Look(Glyph.CHECK, Tone.QUIET, forecast.words());
      case WILL_CHANGE -> new Look(Glyph.ARROW, Tone.ACCENT, forecast.words());
      case UNPREDICTABLE -> new Look(Glyph.QUESTION, Tone.UNKNOWN, forecast.words());
    };
  }

  static Look of(Health health) {
    return switch (health) {
      case OK -> new Look(Glyph.CHECK, Tone.OK, "ok");
      case WARNING -> new Look(Glyph.TRIANGLE, Tone.ATTENTION, "warning");
      case FAILED -> new Look(Glyph.CROSS, Tone.DANGER, "failed");
      case UNKNOWN -> new Look(Glyph.QUESTION, Tone.UNKNOWN, "unknown");
      case NOT_CONFIGURED -> new Look(Glyph.BLIND, Tone.QUIET, "not configured");
    };
  }

  static Look of(Mark mark) {
    return switch (mark) {
      case OK -> new Look(Glyph.CHECK, Tone.QUIET, "ok");
      case WARNING -> new Look(Glyph.TRIANGLE, Tone.ATTENTION, "warning");
      case FAILED -> new Look(Glyph.CROSS, Tone.DANGER, "failed");
      case NOT_CONFIGURED -> new Look(Glyph.BLIND, Tone.QUIET, "not configured");
    };
  }
}
