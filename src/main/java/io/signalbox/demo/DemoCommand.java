package io.signalbox.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.sshd.server.Environment;
import org.apache.sshd.server.ExitCallback;
import org.apache.sshd.server.channel.ChannelSession;
import org.apache.sshd.server.command.Command;
import org.jspecify.annotations.Nullable;

/** One exec request on a thread of its own; whoever extends it says what is answered. */
abstract class DemoCommand implements Command {
  private final CountDownLatch cut = new CountDownLatch(1);
  private @Nullable InputStream in;
  private @Nullable OutputStream out;
  private @Nullable OutputStream err;
  private @Nullable ExitCallback exit;

  /**
   * Answers and returns the exit code.
   *
   * @throws IOException when the client went away
   */
  abstract int answer() throws IOException, InterruptedException;

  /** The request's standard input; empty when there is none. */
  final InputStream in() {
    return in == null ? InputStream.nullInputStream() : in;
  }

  /** Waits; true when the client went away meanwhile. */
  final boolean cutWithin(Duration time) throws InterruptedException {
    return cut.await(time.toMillis(), TimeUnit.MILLISECONDS);
  }

  final void print(byte[] bytes) throws IOException {
    write(out, bytes);
  }

  final void print(String text) throws IOException {
    write(out, text.getBytes(StandardCharsets.UTF_8));
  }

  final void complain(String text) throws IOException {
    write(err, text.getBytes(StandardCharsets.UTF_8));
  }

  private static void write(@Nullable OutputStream stream, byte[] bytes) throws IOException {
    if (stream != null && bytes.length > 0) {
      stream.write(bytes);
      stream.flush();
    }
  }

  @Override
  public final void setInputStream(InputStream in) {
    this.in = in;
  }

  @Override
  public final void setOutputStream(OutputStream out) {
    this.out = out;
  }

  @Override
  public final void setErrorStream(OutputStream err) {
    this.err = err;
  }

  @Override
  public final void setExitCallback(ExitCallback callback) {
    this.exit = callback;
  }

  @Override
  public final void start(ChannelSession channel, Environment environment) {
    Thread.ofVirtual().name("demo-ssh-exec").start(this::run);
  }

  private void run() {
    int code;
    try {
      code = answer();
    } catch (IOException e) {
      return; // the client went away before the answer
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return;
    }
    ExitCallback callback = exit;
    if (callback != null) {
      callback.onExit(code);
    }
  }

  @Override
  public final void destroy(ChannelSession channel) {
    cut.countDown();
  }
}
