package io.signalbox.ui.run;

import io.signalbox.action.Intent;
import java.util.function.Consumer;

/**
 * What the run view asks of the window; each returns at once.
 *
 * @param answer answers what the run asks
 * @param next closes this run and opens the card of what follows from it
 */
public record RunPresses(Answering answer, Consumer<Intent> next) {
  /** Hands an answer to the run that asks. */
  @FunctionalInterface
  public interface Answering {
    /** False where the run does not ask this, or not any more. */
    boolean give(String run, String question, String choice);
  }
}
