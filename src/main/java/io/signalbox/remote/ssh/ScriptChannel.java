package io.signalbox.remote.ssh;

import io.signalbox.remote.ByteSink;
import io.signalbox.remote.RemoteException;
import io.signalbox.remote.ScriptEnd;
import io.signalbox.text.LineFeed;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import org.apache.sshd.client.channel.ChannelExec;
import org.apache.sshd.client.channel.ClientChannelEvent;
import org.jspecify.annotations.Nullable;

/**
 * A script on the standard input of {@code /bin/sh}: the login shell, whichever it is, reads one
 * plain line that every shell understands.
 */
final class ScriptChannel {
  private static final String COMMAND = "exec /bin/sh -s";
  private static final Duration OPEN = Duration.ofSeconds(10);
  private static final int KEPT_ERRORS = 20;

  private final SshLink link;

  ScriptChannel(SshLink link) {
    this.link = link;
  }

  /**
   * Runs a script to its end.
   *
   * @throws RemoteException only while nothing of it was sent
   */
  ScriptEnd run(String script, ByteSink out, Duration limit)
      throws RemoteException, InterruptedException {
    link.channels().acquire();
    try {
      return onChannel(script, out, limit);
    } finally {
      link.channels().release();
    }
  }

  private ScriptEnd onChannel(String script, ByteSink out, Duration limit) throws RemoteException {
    Deque<String> errors = new ArrayDeque<>();
    ChannelExec channel;
    try {
      channel = link.session().createExecChannel(COMMAND);
    } catch (IOException | RuntimeException e) {
      throw notOpened(e);
    }
    Sink sink = new Sink(out);
    channel.setIn(new ByteArrayInputStream(script.getBytes(StandardCharsets.UTF_8)));
    channel.setOut(sink);
    try (LineFeed lines = new LineFeed(line -> keep(errors, line))) {
      channel.setErr(new Sink(lines::feed));
      channel.open().verify(OPEN);
      channel.waitFor(EnumSet.of(ClientChannelEvent.CLOSED), limit);
    } catch (IOException | RuntimeException e) {
      if (ExecChannel.hostRefused(e)) {
        channel.close(true);
        throw notOpened(e);
      }
      // the request may have left before the line broke: nothing is known of the script
      channel.close(true);
      return new ScriptEnd(null, List.of(e.toString()));
    }
    channel.close(false);
    sink.rethrow();
    synchronized (errors) {
      return new ScriptEnd(channel.getExitStatus(), List.copyOf(errors));
    }
  }

  private static void keep(Deque<String> errors, String line) {
    synchronized (errors) {
      if (errors.size() == KEPT_ERRORS) {
        errors.removeFirst();
      }
      errors.addLast(line);
    }
  }

  private RemoteException notOpened(Exception e) {
    return new RemoteException(
        RemoteException.Kind.CONNECTION,
        link.target().address()
            + " opened no channel for the script ("
            + e.getMessage()
            + "); nothing was sent, try again",
        e);
  }

  /** Hands bytes over; what the taker throws is thrown again on the thread that waits. */
  private static final class Sink extends OutputStream {
    private final ByteSink taker;
    private volatile @Nullable RuntimeException failure;

    Sink(ByteSink taker) {
      this.taker = taker;
    }

    @Override
    public void write(int b) throws IOException {
      write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      try {
        taker.bytes(bytes, offset, length);
      } catch (RuntimeException e) {
        failure = e;
        throw new IOException(e);
      }
    }

    void rethrow() {
      RuntimeException thrown = failure;
      if (thrown != null) {
        throw thrown;
      }
    }
  }
}
