package io.signalbox.demo;

import io.signalbox.remote.durable.DurableScript;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * A script on the standard input of the login shell. Only the console's own durable script is
 * known: its call is carried out on the simulated host, and no shell of this machine sees it.
 */
final class HostScript extends DemoCommand {
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
    String text = new String(in().readNBytes(LONGEST), StandardCharsets.UTF_8);
    Optional<ControlScript> script =
        DurableScript.callIn(text)
            .flatMap(ShellWords::split)
            .flatMap(words -> ControlScript.of(words, text));
    if (script.isEmpty() || !runs.call(script.get(), new Frames(script.get().nonce(), this))) {
      complain("not simulated: this script\n");
      return NOT_SIMULATED;
    }
    return 0;
  }
}
