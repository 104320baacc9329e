package io.signalbox.ui.failover;

import io.signalbox.notice.Notice;
import io.signalbox.notice.Notifier;
import io.signalbox.ui.kit.Ages;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Tells of an alarm outside the window, once for each, with the desktop's sound. It can be silenced
 * for a shift and rings again by itself afterwards. FX thread only; what comes back from the
 * desktop is kept to be looked at.
 */
public final class AlarmBell {
  /** For how long it is silenced. */
  static final Duration SHIFT = Duration.ofHours(8);

  private final Notifier notifier;
  private final String place;
  private volatile String trouble = "";
  private @Nullable Instant silentUntil;

  /**
   * A bell.
   *
   * @param place what each title begins with: the environment, and whether it is a demo
   */
  public AlarmBell(Notifier notifier, String place) {
    this.notifier = notifier;
    this.place = place;
  }

  /** Shows a notice, unless silenced; returns at once. */
  void ring(String words, String text, Instant now) {
    if (!silenced(now)) {
      notifier.show(new Notice(place + ": " + words, text), why -> trouble = why);
    }
  }

  /** True while it is not to ring. */
  public boolean silenced(Instant now) {
    Instant until = silentUntil;
    return until != null && now.isBefore(until);
  }

  /** Silences it for a shift, or lets it ring again. */
  public void toggle(Instant now) {
    silentUntil = silenced(now) ? null : now.plus(SHIFT);
  }

  /** What is to be known of it in a word or two; empty while it rings as it should. */
  public String words(Instant now) {
    Instant until = silentUntil;
    if (until != null && silenced(now)) {
      return "notices silenced until " + Ages.minute(until);
    }
    if (!notifier.whyNot().isEmpty()) {
      return "no desktop notices";
    }
    return trouble.isEmpty() ? "" : "notice not shown";
  }

  /** The same at length. */
  public String explanation(Instant now) {
    if (silenced(now)) {
      return "Alarms are shown in the window alone. Press to let them ring again.";
    }
    String why = notifier.whyNot().isEmpty() ? trouble : notifier.whyNot();
    return "Alarms are shown in the window and its title alone: " + why + ".";
  }

  /** What a press on those words does: ring again, or, once a failure was seen, say it no more. */
  public void onPressed(Instant now) {
    if (silenced(now)) {
      silentUntil = null;
    } else {
      trouble = "";
    }
  }
}
