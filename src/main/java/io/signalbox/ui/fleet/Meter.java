package io.signalbox.ui.fleet;

import io.signalbox.model.Input;
import io.signalbox.model.InputState;
import io.signalbox.model.RunnerTruth;
import io.signalbox.model.Signal;

/**
 * A thin bar with its number.
 *
 * @param share 0 to 1, below 0 where nothing is known: that is not an empty bar
 * @param limit 0 to 1, where the threshold is ticked
 * @param text the number with its unit, a dash where nothing is known
 * @param over true when a fresh value is above its threshold
 * @param stale true when the value is known but too old
 */
record Meter(String word, double share, double limit, String text, boolean over, boolean stale) {
  static Meter of(RunnerTruth runner, Signal signal, double limitPercent) {
    Input input = runner.input(signal);
    Double number = input.number();
    boolean known =
        number != null && (input.state() == InputState.FRESH || input.state() == InputState.STALE);
    if (number == null || !known) {
      return new Meter(signal.word(), -1, limitPercent / 100, "–", false, false);
    }
    double share = Math.clamp(number / 100, 0, 1);
    return new Meter(
        signal.word(),
        share,
        limitPercent / 100,
        Math.round(number) + "\u00a0%",
        input.fresh() && number > limitPercent,
        input.state() == InputState.STALE);
  }

  boolean known() {
    return share >= 0;
  }
}
