package io.signalbox.demo;

import io.signalbox.remote.durable.DurableScript;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A script on the standard input of the login shell. Only the console's own durable script is
 * known: its call is carried out on the simulated host, and no shell of this machine sees it.
 */
final class HostScript extends DemoCommand implements HostRuns.Listener {
  /** What the console asks the login shell for. */
  static final String LINE = "exec /bin/sh -s";

  private static final int LONGEST = 4 << 20;
  private static final int NOT_SIMULATED = 127;

  private final HostRuns runs;

  HostScript(HostRuns runs) {
    this.runs = runs;
  }

  @Override
  int answer() throws IOException, InterruptedException {
    String script = new String(in().readNBytes(LONGEST), StandardCharsets.UTF_8);
    Optional<List<String>> words = DurableScript.callIn(script).flatMap(ShellWords::split);
    if (words.isEmpty() || !runs.call(words.get(), this)) {
      complain("not simulated: this script\n");
      return NOT_SIMULATED;
    }
    return 0;
  }

  @Override
  public void text(String line) throws IOException {
    print(line);
  }

  @Override
  public void bytes(byte[] bytes) throws IOException {
    print(bytes);
  }

  @Override
  public void pause(Duration time) throws IOException, InterruptedException {
    if (cutWithin(time)) {
      throw new IOException("the client went away");
    }
  }
}
