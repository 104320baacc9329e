package io.signalbox.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.apache.sshd.server.Environment;
import org.apache.sshd.server.ExitCallback;
import org.apache.sshd.server.channel.ChannelSession;
import org.apache.sshd.server.command.Command;
import org.jspecify.annotations.Nullable;

/** One script on the demo's control host: read to its end, understood, answered over time. */
final class ScriptCommand implements Command {
  /** What the console asks for, to have a shell read its script. */
  static final String LINE = "exec /bin/sh -s";

  private static final int NOT_SIMULATED = 127;

  private final ControlState state;
  private final CountDownLatch cut = new CountDownLatch(1);
  private @Nullable InputStream in;
  private @Nullable OutputStream out;
  private @Nullable ExitCallback exit;

  ScriptCommand(ControlState state) {
    this.state = state;
  }

  @Override
  public void setInputStream(InputStream in) {
    this.in = in;
  }

  @Override
  public void setOutputStream(OutputStream out) {
    this.out = out;
  }

  @Override
  public void setErrorStream(OutputStream err) {
    // nothing goes wrong here that has words
  }

  @Override
  public void setExitCallback(ExitCallback callback) {
    this.exit = callback;
  }

  @Override
  public void start(ChannelSession channel, Environment environment) {
    Thread.ofVirtual().name("demo-ssh-script").start(this::run);
  }

  private void run() {
    InputStream script = in;
    OutputStream answers = out;
    ExitCallback callback = exit;
    if (script == null || answers == null || callback == null) {
      return;
    }
    try {
      String text = new String(script.readAllBytes(), StandardCharsets.UTF_8);
      callback.onExit(answer(text, answers));
    } catch (IOException e) {
      return; // the console went away before the answer
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private int answer(String text, OutputStream answers) throws IOException, InterruptedException {
    if (text.contains("/approvals\"")) {
      return ApprovalShelf.answer(state, text, answers);
    }
    Optional<ControlScript> script = ControlScript.read(text);
    return script.isEmpty()
        ? NOT_SIMULATED
        : new ControlHost(state)
            .answer(script.get(), new Frames(script.get().nonce(), answers, cut));
  }

  @Override
  public void destroy(ChannelSession channel) {
    cut.countDown();
  }
}
