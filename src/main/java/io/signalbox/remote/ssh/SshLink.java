package io.signalbox.remote.ssh;

import java.util.concurrent.Semaphore;
import org.apache.sshd.client.session.ClientSession;

/**
 * An authenticated connection to one hop. At most {@link #CHANNELS} commands at once: sshd's
 * MaxSessions is 10 by default and refuses more.
 */
final class SshLink {
  static final int CHANNELS = 8;

  private final SshTarget target;
  private final ClientSession session;
  private final Semaphore channels = new Semaphore(CHANNELS);

  SshLink(SshTarget target, ClientSession session) {
    this.target = target;
    this.session = session;
  }

  SshTarget target() {
    return target;
  }

  ClientSession session() {
    return session;
  }

  Semaphore channels() {
    return channels;
  }

  boolean open() {
    return session.isOpen() && session.isAuthenticated();
  }
}
