package io.signalbox.ui.kit;

/** What can be asked for a runner from anywhere in the window; each returns at once. */
public interface RunnerCommands {
  /** Shows its details. */
  void open(String runner);

  /** Reads its service's state; changes nothing. */
  void checkService(String runner);

  /** Opens the card that restarts its service. */
  void restartService(String runner);

  /** True where it has the deploying role now, as far as is known. */
  boolean hasRole(String runner);

  /** Shows who could take the deploying role from it; plans nothing by itself. */
  void planFailover(String runner);
}
