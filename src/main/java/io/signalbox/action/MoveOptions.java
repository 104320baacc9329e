package io.signalbox.action;

import io.signalbox.model.RoleMove;
import java.time.Duration;

/**
 * How a role is moved.
 *
 * @param rerunStuck cancel the deployment that waits and run it again, so that it asks anew
 * @param stopService stop the relieved runner's service where its machine answers and it is idle
 * @param patience how long a job is looked for on the new runner
 */
public record MoveOptions(boolean rerunStuck, boolean stopService, Duration patience) {
  /** How long is waited where nothing else is said. */
  public static final Duration WAIT = Duration.ofSeconds(60);

  /** A forced failover stops a service that is still there; a planned move leaves it running. */
  public static MoveOptions usual(RoleMove move) {
    return new MoveOptions(false, move == RoleMove.FAILOVER, WAIT);
  }
}
