package io.signalbox.remote;

import java.util.Optional;

/**
 * Agreeing to the host key of a machine that is met for the first time. A key that changed is never
 * agreed to here. Blocks; safe on every thread.
 */
public interface HostKeys extends AutoCloseable {
  /**
   * Connects to a host and asks for the first key on the way that is not known.
   *
   * @return empty when all are known
   * @throws RemoteException for every other failure, a changed key among them
   */
  Optional<OfferedHostKey> unknown(String host) throws RemoteException, InterruptedException;

  /** The agreed key's fingerprint of a host whose keys are all known. */
  String fingerprint(String host) throws RemoteException, InterruptedException;

  /**
   * Adds a key to the known hosts.
   *
   * @param given the fingerprint that the operator got from elsewhere
   * @throws RemoteException where it is not this key's, or the file cannot be written: then nothing
   *     was added
   */
  void agree(OfferedHostKey key, String given) throws RemoteException;

  @Override
  void close();
}
