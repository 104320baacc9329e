package io.signalbox.ui.run;

import io.signalbox.model.GuardrailReading;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One guardrail's looks, oldest first. Pure; there is at least one.
 *
 * @param low the value at the foot of its plot
 * @param high the value at its top; always above {@code low}
 */
record GuardrailSeries(String name, List<GuardrailReading> looks, double low, double high) {
  /** By name, in the order in which they were first looked at. */
  static List<GuardrailSeries> of(List<GuardrailReading> watched) {
    Map<String, List<GuardrailReading>> byName = new LinkedHashMap<>();
    watched.forEach(one -> byName.computeIfAbsent(one.name(), _ -> new ArrayList<>()).add(one));
    return byName.entrySet().stream().map(one -> of(one.getKey(), one.getValue())).toList();
  }

  private static GuardrailSeries of(String name, List<GuardrailReading> looks) {
    List<Double> numbers = new ArrayList<>();
    for (GuardrailReading look : looks) {
      add(numbers, look.value());
      add(numbers, look.baseline());
      add(numbers, look.max());
      add(numbers, look.min());
    }
    double low = numbers.stream().mapToDouble(one -> one).min().orElse(0);
    double high = numbers.stream().mapToDouble(one -> one).max().orElse(1);
    double room = high > low ? (high - low) * 0.12 : Math.max(1, Math.abs(high) * 0.5);
    return new GuardrailSeries(name, List.copyOf(looks), low - room, high + room);
  }

  private static void add(List<Double> numbers, @Nullable Double number) {
    if (number != null && Double.isFinite(number)) {
      numbers.add(number);
    }
  }

  GuardrailReading last() {
    return looks.getLast();
  }

  /** Where a value stands in its plot: 0 at the foot, 1 at the top. */
  double height(double value) {
    return Math.clamp((value - low) / (high - low), 0, 1);
  }

  /** Its last value, its bound and what it was before, in a few words. */
  String words() {
    String bounds = last().words();
    return bounds.startsWith(name + " is ") ? bounds.substring(name.length() + 4) : bounds;
  }
}
