package io.signalbox.demo;

import java.time.Instant;

/**
 * A stretch of time in which a runner's service kept one state.
 *
 * @param enteredActive when the service last became active, as systemd reports it
 * @param githubFrom when GitHub shows what this phase leads to: online for {@code ACTIVE}, else not
 */
record ServicePhase(State state, Instant from, Instant enteredActive, Instant githubFrom) {

  /** The states of a unit that the simulation knows, with systemd's words for them. */
  enum State {
    ACTIVE("active", "running", "success"),
    ACTIVATING("activating", "start", "success"),
    FAILED("failed", "failed", "exit-code"),
    STOPPED("inactive", "dead", "success");

    final String active;
    final String sub;
    final String result;

    State(String active, String sub, String result) {
      this.active = active;
      this.sub = sub;
      this.result = result;
    }
  }

  boolean active() {
    return state == State.ACTIVE;
  }
}
