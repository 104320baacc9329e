package io.signalbox.planted.command;

import io.signalbox.remote.RemoteException;
import io.signalbox.remote.ScriptRoad;
import java.time.Duration;

/** Planted: a script sent from outside the remote room, without any permit. */
class SendsByItself {
  void send(ScriptRoad road) throws RemoteException, InterruptedException {
    road.send("runner-a", "reboot", (_, _, _) -> {}, Duration.ofSeconds(1));
  }
}
