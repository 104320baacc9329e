package io.signalbox.handover;

import io.signalbox.action.Evidence;
import io.signalbox.action.Progress;
import io.signalbox.action.Question;
import io.signalbox.model.GuardrailReading;
import io.signalbox.profile.FailoverProfile.Guardrail;
import io.signalbox.snapshot.NumberLookup;
import io.signalbox.snapshot.SourceException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads the profile's guardrails before the first change and at each step's end; a breach asks
 * before the next step begins.
 */
final class GuardrailWatch {
  private final HandoverSetup setup;
  private final Progress progress;
  private final Map<String, Double> baseline = new HashMap<>();
  private final Set<String> accepted = new HashSet<>();
  private int asked;

  GuardrailWatch(HandoverSetup setup, Progress progress) {
    this.setup = setup;
    this.progress = progress;
  }

  /** Reads what is so before anything is changed. */
  void baseline() throws InterruptedException {
    for (Guardrail rail : setup.profile().failover().guardrails()) {
      GuardrailReading reading = read(rail);
      if (reading.value() != null) {
        baseline.put(rail.name(), reading.value());
      }
    }
  }

  /**
   * At a boundary between two steps.
   *
   * @param standing what is so by now, for whoever decides
   * @param undoable there is something to take back
   * @return the id of a choice of {@link Question}; go on where nothing is breached
   */
  String boundary(String standing, boolean undoable) throws InterruptedException {
    List<GuardrailReading> breached = look();
    if (breached.isEmpty()) {
      return Question.GO_ON;
    }
    String words =
        breached.stream().map(GuardrailReading::words).collect(Collectors.joining("; "))
            + ". "
            + standing;
    List<Question.Choice> choices = new ArrayList<>();
    choices.add(new Question.Choice(Question.GO_ON, "Go on"));
    if (undoable) {
      choices.add(new Question.Choice(Question.UNDO, "Take it back"));
    }
    choices.add(new Question.Choice(Question.STOP, "Stop here"));
    progress.output(true, "guardrail: " + words);
    String choice =
        progress.ask(
            new Question("guardrail-" + ++asked, "A guardrail is breached: " + words, choices));
    progress.output(false, "guardrail: " + choice);
    if (choice.equals(Question.GO_ON)) {
      breached.forEach(one -> accepted.add(one.name()));
    }
    return choice;
  }

  /** Reads all; those that are breached and that nobody has accepted. */
  List<GuardrailReading> look() throws InterruptedException {
    List<GuardrailReading> breached = new ArrayList<>();
    for (Guardrail rail : setup.profile().failover().guardrails()) {
      GuardrailReading reading = read(rail);
      progress.watched(reading);
      progress.evidence(
          new Evidence(
              "Guardrail " + rail.name(),
              reading.value() == null
                  ? Evidence.Result.NOT_READABLE
                  : reading.breached() ? Evidence.Result.DISPROVED : Evidence.Result.PROVED,
              reading.words(),
              reading.at()));
      if (reading.breached() && !accepted.contains(rail.name())) {
        breached.add(reading);
      }
    }
    return breached;
  }

  private GuardrailReading read(Guardrail rail) throws InterruptedException {
    String trouble = "no Prometheus is configured";
    for (NumberLookup lookup : setup.numbers()) {
      try {
        List<Double> numbers = lookup.numbers(rail.query());
        if (!numbers.isEmpty()) {
          return reading(rail, worst(rail, numbers), "");
        }
        trouble = "its query gives no series";
      } catch (SourceException e) {
        trouble = String.valueOf(e.getMessage());
      }
    }
    return reading(rail, null, trouble);
  }

  private static Double worst(Guardrail rail, List<Double> numbers) {
    Double min = rail.min();
    Double max = rail.max();
    double low = numbers.stream().mapToDouble(one -> one).min().orElseThrow();
    double high = numbers.stream().mapToDouble(one -> one).max().orElseThrow();
    boolean lowCounts = max == null || (min != null && low < min);
    return lowCounts && min != null ? low : high;
  }

  private GuardrailReading reading(Guardrail rail, @Nullable Double value, String trouble) {
    return new GuardrailReading(
        rail.name(),
        value,
        baseline.get(rail.name()),
        rail.max(),
        rail.min(),
        trouble,
        setup.clock().instant());
  }
}
