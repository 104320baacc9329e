package io.signalbox.remote;

import java.time.Duration;

/**
 * The way of the remote room's own scripts to a host. It asks for no permit, so nobody outside this
 * room may call it (the house's tests hold that): the room's public methods that change something
 * have used theirs by then.
 */
public interface ScriptRoad {
  /** Where a host is connected to right now; connects where that is not so yet. */
  String address(String host) throws RemoteException, InterruptedException;

  /**
   * Has {@code /bin/sh} on a host read a script, whatever the login shell is. Blocks until it ends,
   * the line breaks, or the time is over.
   *
   * @throws RemoteException only while nothing was sent
   */
  ScriptEnd send(String host, String script, ByteSink out, Duration limit)
      throws RemoteException, InterruptedException;
}
