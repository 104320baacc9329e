package io.signalbox.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.sshd.server.Environment;
import org.apache.sshd.server.ExitCallback;
import org.apache.sshd.server.channel.ChannelSession;
import org.apache.sshd.server.command.Command;
import org.jspecify.annotations.Nullable;

/** One exec request: asks the host's shell, waits as long as the command takes, answers. */
final class HostCommand implements Command {
  private final HostShell shell;
  private final String line;
  private final CountDownLatch cut = new CountDownLatch(1);
  private @Nullable OutputStream out;
  private @Nullable OutputStream err;
  private @Nullable ExitCallback exit;

  HostCommand(HostShell shell, String line) {
    this.shell = shell;
    this.line = line;
  }

  @Override
  public void setInputStream(InputStream in) {
    // no simulated command reads its input
  }

  @Override
  public void setOutputStream(OutputStream out) {
    this.out = out;
  }

  @Override
  public void setErrorStream(OutputStream err) {
    this.err = err;
  }

  @Override
  public void setExitCallback(ExitCallback callback) {
    this.exit = callback;
  }

  @Override
  public void start(ChannelSession channel, Environment environment) {
    Thread.ofVirtual().name("demo-ssh-exec").start(this::run);
  }

  private void run() {
    ShellResult result = shell.run(line);
    ExitCallback callback = exit;
    try {
      if (cut.await(result.takes().toMillis(), TimeUnit.MILLISECONDS)) {
        return; // the channel is gone; as on a real host the command has run all the same
      }
      write(out, result.out());
      write(err, result.err());
    } catch (IOException e) {
      return; // the client went away before the answer
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return;
    }
    if (callback != null) {
      callback.onExit(result.exit());
    }
  }

  private static void write(@Nullable OutputStream stream, String text) throws IOException {
    if (stream != null && !text.isEmpty()) {
      stream.write(text.getBytes(StandardCharsets.UTF_8));
      stream.flush();
    }
  }

  @Override
  public void destroy(ChannelSession channel) {
    cut.countDown();
  }
}
