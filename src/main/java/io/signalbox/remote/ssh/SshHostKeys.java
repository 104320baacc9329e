package io.signalbox.remote.ssh;

import io.signalbox.profile.HostProfile;
import io.signalbox.profile.Profile;
import io.signalbox.profile.SshEndpoint;
import io.signalbox.remote.HostKeys;
import io.signalbox.remote.OfferedHostKey;
import io.signalbox.remote.RemoteException;
import io.signalbox.remote.RemoteException.Kind;
import java.io.IOException;
import java.util.Optional;

/** Host keys of a profile's hosts, met and agreed to over SSH; it never sends a command. */
public final class SshHostKeys implements HostKeys {
  private final Profile profile;
  private final SshSessions sessions;

  /** For a profile, with the files this process may read. */
  public SshHostKeys(Profile profile, SshFiles files) {
    this.profile = profile;
    this.sessions = new SshSessions(new SshConfigResolver(files));
  }

  @Override
  public Optional<OfferedHostKey> unknown(String host)
      throws RemoteException, InterruptedException {
    try {
      sessions.current(endpoint(host));
      return Optional.empty();
    } catch (RemoteException e) {
      OfferedHostKey offered = e.offered();
      if (offered != null) {
        return Optional.of(offered);
      }
      if (e.kind() == Kind.AUTHENTICATION) {
        // the key exchange is over by then, so the key is known; logging in is another matter
        return Optional.empty();
      }
      throw e;
    }
  }

  @Override
  public String fingerprint(String host) throws RemoteException, InterruptedException {
    return HostKeyCheck.fingerprint(sessions.current(endpoint(host)).session().getServerKey());
  }

  @Override
  public void agree(OfferedHostKey key, String given) throws RemoteException {
    if (!key.agreesWith(given)) {
      throw new RemoteException(
          Kind.HOST_KEY_UNKNOWN,
          key.hop()
              + " presents "
              + key.type()
              + " "
              + key.fingerprint()
              + ", which is not the fingerprint given; nothing was recorded. If yours comes from"
              + " the machine itself, somebody may be in between: ask its owner",
          null);
    }
    try {
      KnownHostsFile.append(key);
    } catch (IOException e) {
      throw new RemoteException(
          Kind.CONFIGURATION,
          "the host key of "
              + key.hop()
              + " could not be recorded in "
              + key.file()
              + " ("
              + e
              + "); check who owns the file and whether its disk is full",
          e);
    }
  }

  private SshEndpoint endpoint(String host) throws RemoteException {
    return profile
        .host(host)
        .map(HostProfile::ssh)
        .orElseThrow(
            () ->
                new RemoteException(
                    Kind.CONFIGURATION,
                    "the profile does not say how host "
                        + host
                        + " is reached; give it hosts[].ssh"
                        + " in "
                        + profile.file(),
                    null));
  }

  @Override
  public void close() {
    sessions.close();
  }
}
