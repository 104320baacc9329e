package io.signalbox.ui.runbook;

import java.util.function.Consumer;

/** How a step of a shell reaches the desk. FX thread only; each returns at once. */
public interface StepDesk {
  /**
   * Plans it. What only looks and is not refused is carried out at once; anything else opens its
   * card.
   *
   * @param begun is told the run's id once it is handed to the desk
   * @param refused is told why it was not, in words for the operator
   */
  void carryOut(StepCall call, Consumer<String> begun, Consumer<String> refused);

  /** Who acts. */
  String actor();
}
