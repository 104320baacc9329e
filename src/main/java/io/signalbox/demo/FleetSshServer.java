package io.signalbox.demo;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.security.PublicKey;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.sshd.common.channel.Channel;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.session.Session;
import org.apache.sshd.common.session.SessionContext;
import org.apache.sshd.core.CoreModuleProperties;
import org.apache.sshd.server.ServerBuilder;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.auth.pubkey.UserAuthPublicKeyFactory;
import org.apache.sshd.server.channel.ChannelSessionFactory;
import org.apache.sshd.server.forward.RejectAllForwardingFilter;
import org.jspecify.annotations.Nullable;

/**
 * The SSH servers of all hosts: one port, one host key and one shell per host, on shared threads so
 * that two hundred hosts cost little. Only the demo's own key opens them.
 */
final class FleetSshServer extends SshServer implements AutoCloseable {
  /** The account on every simulated host. */
  static final String USER = "ops";

  private final SimulatedFleet fleet;
  private final Map<String, Integer> ports = new LinkedHashMap<>();
  private final Map<Integer, SimulatedHost> byPort = new HashMap<>();
  private final Map<SimulatedHost, HostRuns> runs = new ConcurrentHashMap<>();

  private FleetSshServer(SimulatedFleet fleet) {
    this.fleet = fleet;
  }

  /** Opens a free port of 127.0.0.1 for every host. */
  static FleetSshServer start(SimulatedFleet fleet, PublicKey allowed) throws IOException {
    FleetSshServer server =
        (FleetSshServer) ServerBuilder.builder().factory(() -> new FleetSshServer(fleet)).build();
    server.configure(allowed);
    server.open(fleet.machines());
    return server;
  }

  private void configure(PublicKey allowed) {
    CoreModuleProperties.TCP_NODELAY.set(this, true);
    setHost("127.0.0.1");
    setPort(0);
    setKeyPairProvider(session -> List.of(fleet.hostKeys().of(host(session).name())));
    setPublickeyAuthenticator(
        (user, key, _) -> user.equals(USER) && KeyUtils.compareKeys(key, allowed));
    setUserAuthFactories(List.of(UserAuthPublicKeyFactory.INSTANCE));
    setForwardingFilter(RejectAllForwardingFilter.INSTANCE);
    setChannelFactories(List.of(new ExecOnly()));
    setSubsystemFactories(List.of());
    setCommandFactory(
        (channel, line) -> {
          SimulatedHost host = host(channel.getSession());
          if (host.equals(SimulatedFleet.CONTROL) && line.equals(HostScript.LINE)) {
            return new ScriptCommand(fleet.control());
          }
          return line.equals(HostScript.LINE)
              ? new HostScript(runs(host))
              : new HostCommand(new HostShell(fleet, host), line);
        });
  }

  private HostRuns runs(SimulatedHost host) {
    return runs.computeIfAbsent(host, one -> HostRuns.of(new HostShell(fleet, one)));
  }

  private static final class ExecOnly extends ChannelSessionFactory {
    @Override
    public Channel createChannel(Session session) {
      return new ExecOnlyChannel();
    }
  }

  private void open(List<SimulatedHost> hosts) throws IOException {
    start();
    Set<SocketAddress> known = new HashSet<>();
    for (SimulatedHost host : hosts) {
      if (!known.isEmpty()) {
        acceptor.bind(new InetSocketAddress("127.0.0.1", 0));
      }
      for (SocketAddress address : acceptor.getBoundAddresses()) {
        if (known.add(address) && address instanceof InetSocketAddress bound) {
          ports.put(host.name(), bound.getPort());
          byPort.put(bound.getPort(), host);
        }
      }
    }
  }

  /** The port on which the host of that name is reached. */
  int port(String host) {
    return ports.getOrDefault(host, 0);
  }

  private SimulatedHost host(@Nullable SessionContext session) {
    if (session != null && session.getLocalAddress() instanceof InetSocketAddress local) {
      SimulatedHost host = byPort.get(local.getPort());
      if (host != null) {
        return host;
      }
    }
    throw new IllegalStateException("a session without a simulated host");
  }

  @Override
  public void close() throws IOException {
    stop(true);
  }
}
