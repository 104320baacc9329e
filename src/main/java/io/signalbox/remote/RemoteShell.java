package io.signalbox.remote;

import io.signalbox.interlock.Mutating;
import io.signalbox.interlock.Permit;
import io.signalbox.interlock.PermitRefusedException;
import io.signalbox.interlock.Plan;
import io.signalbox.interlock.RemoteCommand;

/**
 * Runs commands on the hosts of one profile. Blocks: call it on a virtual thread. Safe on every
 * thread; several commands may run on one host at once.
 */
public interface RemoteShell extends AutoCloseable {
  /**
   * Where a host is reached; asks the SSH configuration, connects to nothing.
   *
   * @throws RemoteException where the profile or the configuration does not say, or is refused
   */
  RemoteHost resolve(String host) throws RemoteException, InterruptedException;

  /**
   * Connects, or uses the open connection, and tells the host's key.
   *
   * @return the agreed key's fingerprint, {@code SHA256:…}
   */
  String hostKey(String host) throws RemoteException, InterruptedException;

  /** Reads; bounded in time and output. */
  CommandResult read(String host, Probe probe) throws RemoteException, InterruptedException;

  /**
   * Sends one command of a permitted plan, once. The permit is used up first, whatever happens
   * afterwards.
   *
   * @param command one of the plan's, unchanged
   * @throws PermitRefusedException when the permit does not fit: nothing was sent
   * @throws RemoteException when it could not be handed over: nothing was sent
   */
  @Mutating
  CommandResult run(Permit permit, Plan plan, RemoteCommand command, OutputSink sink)
      throws RemoteException, PermitRefusedException, InterruptedException;

  /** Ends all connections. */
  @Override
  void close();
}
