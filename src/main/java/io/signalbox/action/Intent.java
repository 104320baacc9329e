package io.signalbox.action;

/** What an operator wants, with the target's name copied at the moment of asking. */
public sealed interface Intent {
  /** Stable id of the verb: {@code check-service}, {@code restart-service}. */
  String verb();

  /** The runner's name on GitHub. */
  String runner();

  /** Read-only: unit state, disk, memory, load and the recent journal of a runner's service. */
  record CheckService(String runner) implements Intent {
    @Override
    public String verb() {
      return "check-service";
    }
  }

  /** Restart of a runner's service. */
  record RestartService(String runner) implements Intent {
    @Override
    public String verb() {
      return "restart-service";
    }
  }
}
