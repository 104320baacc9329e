package io.signalbox.ui.timeline;

import io.signalbox.ui.kit.Ages;
import java.time.Instant;

/** A bar in words: what, when, how long, how long it waited. Pure. */
final class BarWords {
  private BarWords() {}

  static String of(PlacedBar placed, Instant now) {
    Bar bar = placed.bar();
    StringBuilder words = new StringBuilder(bar.title());
    words.append('\n').append(placed.lane().kind().word()).append(' ').append(placed.lane().name());
    words.append('\n').append(bar.state().word());
    boolean waiting = bar.state() == BarState.QUEUED || bar.state() == BarState.WAITING;
    words.append(waiting || bar.to() == null ? " for " : ", took ");
    words.append(Ages.exact(bar.lasted(now)));
    words.append('\n').append(Ages.clock(bar.from()));
    Instant end = bar.to();
    words.append(end == null ? ", not ended" : " to " + Ages.clock(end));
    if (bar.waited().toSeconds() > 0) {
      words.append('\n').append("queued for ").append(Ages.exact(bar.waited()));
    }
    return words.toString();
  }
}
