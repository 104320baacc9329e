package io.signalbox.remote.ssh;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One hop as OpenSSH's configuration resolves it.
 *
 * @param alias the name that was asked for
 * @param hostname what is connected to
 * @param identityFiles private keys in order of use
 * @param certificateFiles user certificates
 * @param identitiesOnly keys of the agent count only when an identity file names them
 * @param agentSocket the agent's socket, null for none
 * @param knownHosts files that are looked at, in order
 * @param hashKnownHosts names that are added to them are hashed
 * @param hostKeyAlias the name to look up instead, null for the host itself
 * @param jumps hops before this one, {@code [user@]host[:port]}
 */
record SshTarget(
    String alias,
    String hostname,
    int port,
    String user,
    List<Path> identityFiles,
    List<Path> certificateFiles,
    boolean identitiesOnly,
    @Nullable Path agentSocket,
    List<Path> knownHosts,
    boolean hashKnownHosts,
    @Nullable String hostKeyAlias,
    List<String> jumps) {
  /** {@code user@host:port}. */
  String address() {
    return user + "@" + hostname + ":" + port;
  }

  /** Name that known_hosts holds. */
  String lookupName() {
    return hostKeyAlias == null ? hostname : hostKeyAlias;
  }

  /** Port that known_hosts holds; an alias stands without one. */
  int lookupPort() {
    return hostKeyAlias == null ? port : 22;
  }
}
