package io.signalbox.remote.ssh;

import io.signalbox.remote.RemoteException;
import io.signalbox.remote.RemoteException.Kind;
import io.signalbox.text.SafeText;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeoutException;
import org.apache.sshd.agent.SshAgent;
import org.apache.sshd.agent.SshAgentFactory;
import org.apache.sshd.agent.SshAgentServer;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.auth.pubkey.UserAuthPublicKeyFactory;
import org.apache.sshd.client.config.hosts.HostConfigEntryResolver;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.AttributeRepository;
import org.apache.sshd.common.FactoryManager;
import org.apache.sshd.common.channel.ChannelFactory;
import org.apache.sshd.common.keyprovider.KeyIdentityProvider;
import org.apache.sshd.common.session.ConnectionService;
import org.apache.sshd.common.session.Session;
import org.apache.sshd.common.session.SessionListener;
import org.apache.sshd.common.util.net.SshdSocketAddress;
import org.apache.sshd.core.CoreModuleProperties;
import org.jspecify.annotations.Nullable;

/**
 * Opens and authenticates single connections with the library. It is set up so that nothing is read
 * but what the target names: no configuration, no default keys, no default known hosts.
 */
final class SshConnector implements AutoCloseable {
  private static final Duration CONNECT = Duration.ofSeconds(10);
  private static final Duration LOGIN = Duration.ofSeconds(20);
  private static final Duration HEARTBEAT = Duration.ofSeconds(5);
  private static final int MISSED_HEARTBEATS = 3;

  private final SshClient client;

  SshConnector() {
    client = SshClient.setUpDefaultClient();
    client.setHostConfigEntryResolver(HostConfigEntryResolver.EMPTY);
    client.setKeyIdentityProvider(KeyIdentityProvider.EMPTY_KEYS_PROVIDER);
    // without it each command waits for Nagle against delayed acknowledgement: 47 ms instead of 3
    CoreModuleProperties.TCP_NODELAY.set(client, true);
    CoreModuleProperties.HEARTBEAT_INTERVAL.set(client, HEARTBEAT);
    CoreModuleProperties.HEARTBEAT_NO_REPLY_MAX.set(client, MISSED_HEARTBEATS);
    UserAuthPublicKeyFactory publicKey = new UserAuthPublicKeyFactory();
    publicKey.setSignatureFactories(client.getSignatureFactories());
    client.setUserAuthFactories(List.of(publicKey));
    client.setAgentFactory(new TargetAgents());
    client.setServerKeyVerifier(
        (session, remote, key) -> attempt(session).hostKey().verifyServerKey(session, remote, key));
    client.addSessionListener(
        new SessionListener() {
          @Override
          public void sessionCreated(Session session) {
            attempt((ClientSession) session).hostKey().prefer(session);
          }
        });
    client.start();
  }

  private static LinkAttempt attempt(ClientSession session) {
    LinkAttempt attempt = session.getConnectionContext().getAttribute(LinkAttempt.KEY);
    if (attempt == null) {
      throw new IllegalStateException("a connection that nobody asked for");
    }
    return attempt;
  }

  /** Connects to a target, directly or through an open hop. */
  SshLink open(SshTarget target, @Nullable SshLink via) throws RemoteException {
    LinkAttempt attempt;
    try {
      attempt = new LinkAttempt(target);
    } catch (IOException e) {
      throw new RemoteException(
          Kind.CONFIGURATION, "known hosts of " + target.address() + " could not be read: " + e, e);
    }
    ClientSession session = connect(target, address(target, via), attempt, via);
    try {
      session.setPublicKeyAuthenticationReporter(attempt);
      attempt.identities().pairs().forEach(session::addPublicKeyIdentity);
      session.auth().verify(LOGIN);
      return new SshLink(target, session);
    } catch (IOException | RuntimeException e) {
      RemoteException why = loginFailure(attempt, session, via, e);
      session.close(true);
      throw why;
    }
  }

  private static InetSocketAddress address(SshTarget target, @Nullable SshLink via)
      throws RemoteException {
    try {
      if (via == null) {
        return new InetSocketAddress(InetAddress.getByName(target.hostname()), target.port());
      }
      return via.session()
          .createLocalPortForwardingTracker(
              new SshdSocketAddress("127.0.0.1", 0),
              new SshdSocketAddress(target.hostname(), target.port()))
          .getBoundAddress()
          .toInetSocketAddress();
    } catch (UnknownHostException e) {
      throw new RemoteException(
          Kind.NAME_NOT_FOUND,
          "the name "
              + target.hostname()
              + " is not known to this machine's resolver; correct the"
              + " host in the profile or the SSH configuration, or the name service",
          e);
    } catch (IOException e) {
      throw new RemoteException(
          Kind.CONNECTION, "no way through the hop to " + target.address() + ": " + text(e), e);
    }
  }

  private ClientSession connect(
      SshTarget target, InetSocketAddress address, LinkAttempt attempt, @Nullable SshLink via)
      throws RemoteException {
    try {
      AttributeRepository context = AttributeRepository.ofKeyValuePair(LinkAttempt.KEY, attempt);
      return client.connect(target.user(), address, context, null).verify(CONNECT).getSession();
    } catch (IOException | RuntimeException e) {
      throw connectFailure(target, via, e);
    }
  }

  private static RemoteException connectFailure(
      SshTarget target, @Nullable SshLink via, Exception e) {
    String where = target.hostname() + ":" + target.port();
    if (has(e, ConnectException.class) && text(e).contains("refused")) {
      return new RemoteException(
          Kind.REFUSED,
          where
              + " refused the connection: the machine answers, but nothing listens on that port;"
              + " is sshd running, and is the port right?",
          e);
    }
    if (has(e, TimeoutException.class) || text(e).toLowerCase(Locale.ROOT).contains("time")) {
      return new RemoteException(
          Kind.TIMEOUT,
          where
              + " did not answer within "
              + CONNECT.toSeconds()
              + " s: the machine is down or a firewall drops the packets",
          e);
    }
    String reason = has(e, NoRouteToHostException.class) ? "no route to it" : text(e);
    return new RemoteException(
        Kind.CONNECTION,
        "no connection to "
            + where
            + (via == null ? "" : " through " + via.target().address())
            + ": "
            + reason
            + "; check the network between this machine and the host",
        e);
  }

  private static RemoteException loginFailure(
      LinkAttempt attempt, ClientSession session, @Nullable SshLink via, Exception e) {
    RemoteException hostKey = attempt.hostKey().refusal();
    if (hostKey != null) {
      return hostKey;
    }
    SshTarget target = attempt.target();
    if (text(e).contains("No more authentication methods")
        || text(e).contains("Too many authentication failures")) {
      return attempt.refused(e);
    }
    if (has(e, TimeoutException.class)) {
      return new RemoteException(
          Kind.TIMEOUT,
          target.address()
              + " did not finish the login within "
              + LOGIN.toSeconds()
              + " s; it may be overloaded",
          e);
    }
    String through = via == null ? "" : " (through " + via.target().address() + ")";
    return new RemoteException(
        Kind.CONNECTION,
        target.address()
            + through
            + " ended the connection before the login: "
            + text(e)
            + (session.isOpen() ? "" : "; sshd there may refuse this machine or not listen"),
        e);
  }

  private static boolean has(Throwable error, Class<? extends Throwable> type) {
    for (Throwable at = error; at != null; at = at.getCause()) {
      if (type.isInstance(at)) {
        return true;
      }
    }
    return false;
  }

  private static String text(Throwable error) {
    Throwable at = error;
    while (at.getCause() != null) {
      at = at.getCause();
    }
    String message = at.getMessage();
    return SafeText.line(message == null ? at.getClass().getSimpleName() : message);
  }

  @Override
  public void close() {
    client.stop();
  }

  /** Hands each session the agent of its own target; forwards nothing. */
  private static final class TargetAgents implements SshAgentFactory {
    @Override
    public List<ChannelFactory> getChannelForwardingFactories(FactoryManager manager) {
      return List.of();
    }

    @Override
    public SshAgent createClient(@Nullable Session session, FactoryManager manager)
        throws IOException {
      if (session instanceof ClientSession clientSession) {
        return attempt(clientSession).agent();
      }
      throw new IOException("the agent is used to log in only");
    }

    @Override
    public SshAgentServer createServer(ConnectionService service) throws IOException {
      throw new IOException("the agent is never forwarded");
    }
  }
}
