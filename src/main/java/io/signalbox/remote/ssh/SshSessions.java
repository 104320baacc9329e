package io.signalbox.remote.ssh;

import io.signalbox.profile.SshEndpoint;
import io.signalbox.remote.RemoteException;
import io.signalbox.remote.RemoteException.Kind;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Open connections, one per endpoint, reused while they live. Each hop of a ProxyJump chain is an
 * endpoint of its own and kept by the same rules. Safe on every thread; opening blocks.
 */
final class SshSessions implements AutoCloseable {
  private static final int MAX_HOPS = 8;

  private final SshConfigResolver resolver;
  private @Nullable SshConnector connector;
  private final Map<SshEndpoint, Slot> slots = new ConcurrentHashMap<>();

  SshSessions(SshConfigResolver resolver) {
    this.resolver = resolver;
  }

  /** The open connection to an endpoint, made if there is none. */
  SshLink link(SshEndpoint endpoint) throws RemoteException, InterruptedException {
    return link(endpoint, 0);
  }

  /** As {@link #link}, but made anew where the configuration has changed since it was opened. */
  SshLink current(SshEndpoint endpoint) throws RemoteException, InterruptedException {
    SshLink link = link(endpoint);
    if (link.target().equals(resolver.resolve(endpoint))) {
      return link;
    }
    link.session().close(true);
    return link(endpoint);
  }

  private SshLink link(SshEndpoint endpoint, int depth)
      throws RemoteException, InterruptedException {
    if (depth > MAX_HOPS) {
      throw new RemoteException(
          Kind.CONFIGURATION,
          "more than "
              + MAX_HOPS
              + " jump hosts before "
              + endpoint.host()
              + ": ProxyJump leads in a circle; correct the SSH configuration",
          null);
    }
    Slot slot = slots.computeIfAbsent(endpoint, _ -> new Slot());
    slot.lock.lockInterruptibly();
    try {
      if (slot.link == null || !slot.link.open()) {
        slot.link = open(endpoint, depth);
      }
      return slot.link;
    } finally {
      slot.lock.unlock();
    }
  }

  private SshLink open(SshEndpoint endpoint, int depth)
      throws RemoteException, InterruptedException {
    SshTarget target = resolver.resolve(endpoint);
    List<String> jumps = target.jumps();
    if (jumps.isEmpty()) {
      return connector().open(target, null);
    }
    // as ssh does it: the last hop is reached through those before it, the first by its own setting
    String before = jumps.size() == 1 ? null : String.join(",", jumps.subList(0, jumps.size() - 1));
    SshEndpoint hop = JumpSpec.parse(jumps.getLast(), before);
    SshLink via;
    try {
      via = link(hop, depth + 1);
    } catch (RemoteException e) {
      throw e.at("jump host " + jumps.getLast() + " on the way to " + target.address());
    }
    return connector().open(target, via);
  }

  /** Loading the library takes most of a second: not before somebody connects. */
  private synchronized SshConnector connector() {
    if (connector == null) {
      connector = new SshConnector();
    }
    return connector;
  }

  @Override
  public synchronized void close() {
    if (connector != null) {
      connector.close();
    }
  }

  private static final class Slot {
    private final ReentrantLock lock = new ReentrantLock();
    private @Nullable SshLink link;
  }
}
