package io.signalbox.demo;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** One script on the demo's control host: read to its end, understood, answered over time. */
final class ScriptCommand extends DemoCommand {
  private static final int NOT_SIMULATED = 127;

  private final ControlState state;

  ScriptCommand(ControlState state) {
    this.state = state;
  }

  @Override
  int answer() throws IOException, InterruptedException {
    String text = new String(in().readAllBytes(), StandardCharsets.UTF_8);
    if (text.contains("/approvals\"")) {
      return ApprovalShelf.answer(state, text, this);
    }
    Optional<ControlScript> script = ControlScript.read(text);
    return script.isEmpty()
        ? NOT_SIMULATED
        : new ControlHost(state).answer(script.get(), new Frames(script.get().nonce(), this));
  }
}
