package io.signalbox.ui.fleet;

import io.signalbox.model.Input;
import io.signalbox.model.Reason;
import io.signalbox.model.RunnerTruth;
import io.signalbox.ui.kit.Ages;
import io.signalbox.ui.kit.InputWords;
import java.time.Duration;
import java.time.Instant;

/** A runner's inputs with their ages as plain text. Pure. */
final class InputsText {
  private InputsText() {}

  static String of(RunnerTruth runner, Instant now) {
    StringBuilder text = new StringBuilder(runner.name());
    if (!runner.host().isEmpty()) {
      text.append(" on ").append(runner.host());
    }
    text.append('\n');
    for (Reason reason : runner.reasons()) {
      text.append("• ").append(reason.text()).append('\n');
    }
    for (Reason badge : runner.badges()) {
      text.append("• ").append(badge.text()).append('\n');
    }
    for (Input input : runner.inputs().values()) {
      Duration age = input.age(now);
      text.append(InputWords.name(input.key()))
          .append(": ")
          .append(InputWords.value(input, now))
          .append(age == null ? "" : ", " + Ages.of(age) + " old")
          .append(input.fresh() ? "" : ", " + input.state().word())
          .append('\n');
    }
    return text.toString().stripTrailing();
  }
}
