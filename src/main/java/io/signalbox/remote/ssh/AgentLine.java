package io.signalbox.remote.ssh;

import java.io.EOFException;
import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.sshd.agent.common.AbstractAgentProxy;
import org.apache.sshd.common.util.buffer.Buffer;
import org.apache.sshd.common.util.buffer.ByteArrayBuffer;
import org.jspecify.annotations.Nullable;

/**
 * A line to the user's SSH agent over its Unix socket: it lists public keys and has it sign; no
 * private key ever leaves the agent, and the agent is never forwarded. One request at a time.
 */
final class AgentLine extends AbstractAgentProxy {
  private static final int MAX_ANSWER = 256 * 1024;

  private final @Nullable SocketChannel channel;
  private final Predicate<PublicKey> wanted;
  private final boolean onlyWanted;

  /** Opens the socket; null gives an agent without keys. */
  AgentLine(@Nullable Path socket, Predicate<PublicKey> wanted, boolean onlyWanted)
      throws IOException {
    super(null);
    this.wanted = wanted;
    this.onlyWanted = onlyWanted;
    this.channel = socket == null ? null : SocketChannel.open(UnixDomainSocketAddress.of(socket));
  }

  /** Keys that the configuration names come first: a server counts refused keys. */
  @Override
  public Iterable<? extends Map.Entry<PublicKey, String>> getIdentities() throws IOException {
    List<Map.Entry<PublicKey, String>> named = new ArrayList<>();
    List<Map.Entry<PublicKey, String>> others = new ArrayList<>();
    if (channel != null) {
      for (Map.Entry<PublicKey, String> identity : super.getIdentities()) {
        (wanted.test(identity.getKey()) ? named : others).add(identity);
      }
    }
    if (!onlyWanted) {
      named.addAll(others);
    }
    return named;
  }

  @Override
  protected synchronized Buffer request(Buffer buffer) throws IOException {
    if (channel == null) {
      throw new IOException("there is no SSH agent");
    }
    ByteBuffer out = ByteBuffer.wrap(buffer.array(), buffer.rpos(), buffer.available());
    while (out.hasRemaining()) {
      channel.write(out);
    }
    int length = read(channel, 4).getInt();
    if (length < 1 || length > MAX_ANSWER) {
      throw new IOException("the SSH agent answered with " + length + " bytes");
    }
    return new ByteArrayBuffer(read(channel, length).array());
  }

  private static ByteBuffer read(SocketChannel channel, int length) throws IOException {
    ByteBuffer in = ByteBuffer.allocate(length);
    while (in.hasRemaining()) {
      if (channel.read(in) < 0) {
        throw new EOFException("the SSH agent closed its socket");
      }
    }
    return in.flip();
  }

  @Override
  public boolean isOpen() {
    return channel == null || channel.isOpen();
  }

  @Override
  public void close() throws IOException {
    if (channel != null) {
      channel.close();
    }
    super.close();
  }
}
