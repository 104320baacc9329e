package io.signalbox.remote.durable;

import io.signalbox.interlock.RemoteCommand;
import java.util.List;

/**
 * Keeps a run from ever being started that has a lock but was not seen on its host: its console may
 * sleep between the two, and wake when others work there.
 *
 * @param host on which it would start
 * @param run its id
 * @param token its fencing token, which that host takes no more
 */
public record Fence(String host, String run, long token) {
  /** What a plan holds for it: the verb of the script that is sent. */
  public RemoteCommand command() {
    return new RemoteCommand(host, List.of("/bin/sh", "-s", "fence", run, Long.toString(token)));
  }
}
