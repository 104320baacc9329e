package io.signalbox.remote.ssh;

import io.signalbox.remote.CommandResult;
import io.signalbox.remote.OutputSink;
import io.signalbox.remote.RemoteException;
import io.signalbox.text.LineFeed;
import io.signalbox.text.SecretFilter;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import org.apache.sshd.client.channel.ChannelExec;
import org.apache.sshd.client.channel.ClientChannelEvent;
import org.apache.sshd.common.channel.exception.SshChannelOpenException;

/** One command on an open connection: no terminal, no agent, no input, no environment. */
final class ExecChannel {
  private static final Duration OPEN = Duration.ofSeconds(10);
  private static final int ATTEMPTS = 6;
  private static final Duration FIRST_PAUSE = Duration.ofMillis(100);

  private final SshLink link;
  private final SecretFilter secrets;

  ExecChannel(SshLink link) {
    this(link, new SecretFilter());
  }

  /** Hides these secrets in what comes back. */
  ExecChannel(SshLink link, SecretFilter secrets) {
    this.link = link;
    this.secrets = secrets;
  }

  /**
   * Runs a command to its end.
   *
   * @throws RemoteException only while nothing of the command was sent
   */
  CommandResult run(String command, OutputSink sink, Duration limit)
      throws RemoteException, InterruptedException {
    link.channels().acquire();
    try {
      return withBackOff(command, sink, limit);
    } finally {
      link.channels().release();
    }
  }

  /** A host that opens no more channels (MaxSessions) was sent nothing: it is asked again. */
  private CommandResult withBackOff(String command, OutputSink sink, Duration limit)
      throws RemoteException, InterruptedException {
    for (int attempt = 1; ; attempt++) {
      try {
        return onChannel(command, sink, limit);
      } catch (RemoteException e) {
        Throwable cause = e.getCause();
        if (attempt == ATTEMPTS || cause == null || !hostRefused(cause)) {
          throw e;
        }
        Thread.sleep(FIRST_PAUSE.multipliedBy(1L << attempt));
      }
    }
  }

  private CommandResult onChannel(String command, OutputSink sink, Duration limit)
      throws RemoteException {
    Tail out = new Tail(false, sink, secrets);
    Tail err = new Tail(true, sink, secrets);
    ChannelExec channel;
    try {
      channel = link.session().createExecChannel(command);
    } catch (IOException | RuntimeException e) {
      throw notOpened(e);
    }
    channel.setOut(out);
    channel.setErr(err);
    try {
      channel.open().verify(OPEN);
    } catch (IOException | RuntimeException e) {
      if (hostRefused(e)) {
        channel.close(true);
        throw notOpened(e);
      }
      // the request may have left before the line broke: nothing is known of the command
      channel.close(true);
      return result(channel, out, err);
    }
    channel.waitFor(EnumSet.of(ClientChannelEvent.CLOSED), limit);
    channel.close(false);
    return result(channel, out, err);
  }

  /** The host refused to open the channel: nothing of the command was sent. */
  static boolean hostRefused(Throwable why) {
    return why instanceof SshChannelOpenException
        || why.getCause() instanceof SshChannelOpenException;
  }

  private static CommandResult result(ChannelExec channel, Tail out, Tail err) {
    out.close();
    err.close();
    Integer status = channel.getExitStatus();
    String signal = channel.getExitSignal();
    return new CommandResult(
        status, signal, status == null && signal == null, out.lines(), err.lines());
  }

  private RemoteException notOpened(Exception e) {
    return new RemoteException(
        RemoteException.Kind.CONNECTION,
        link.target().address()
            + " opened no channel for the command ("
            + e.getMessage()
            + "), though asked "
            + ATTEMPTS
            + " times; nothing was sent. Its MaxSessions may be used up: try again",
        e);
  }

  /** Feeds lines to the sink and keeps the newest. */
  private static final class Tail extends OutputStream {
    private final Deque<String> kept = new ArrayDeque<>();
    private final LineFeed feed;

    Tail(boolean error, OutputSink sink, SecretFilter secrets) {
      feed =
          new LineFeed(
              secrets,
              line -> {
                keep(line.text());
                sink.styled(error, line);
              });
    }

    private void keep(String line) {
      if (kept.size() == CommandResult.KEPT) {
        kept.removeFirst();
      }
      kept.addLast(line);
    }

    @Override
    public synchronized void write(int b) {
      write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public synchronized void write(byte[] bytes, int offset, int length) {
      feed.feed(bytes, offset, length);
    }

    @Override
    public synchronized void close() {
      feed.close();
    }

    synchronized List<String> lines() {
      return List.copyOf(kept);
    }
  }
}
