package io.signalbox.demo;

import io.signalbox.procedure.ShippedRunbooks;
import io.signalbox.runbook.Placeholder;
import io.signalbox.runbook.Step;
import io.signalbox.runbook.StepKind;
import io.signalbox.runbook.Verify;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Knows the blocks of the runbooks that ship, and what stands in their gaps. Texts are compared;
 * nothing of them is ever run.
 */
final class ShippedBlocks {
  private static final List<Known> KNOWN = known();

  private ShippedBlocks() {}

  /**
   * A block that was recognised.
   *
   * @param id runbook and number, e.g. {@code runner-degraded/3}; with {@code /verify} its proof
   * @param values what stands in its gaps, by their names
   */
  record Found(String id, Map<String, String> values) {
    Found {
      values = Map.copyOf(values);
    }
  }

  private record Known(String id, Pattern text, List<String> gaps) {}

  private static List<Known> known() {
    List<Known> all = new ArrayList<>();
    for (String name : ShippedRunbooks.NAMES) {
      for (Step step : ShippedRunbooks.read(name).steps()) {
        if (step.kind() != StepKind.SHELL) {
          continue;
        }
        String id = name.replace(".md", "") + "/" + step.number();
        all.add(known(id, step.script(), step.placeholders()));
        if (step.declared().verify() instanceof Verify.Command proof) {
          all.add(known(id + "/verify", proof.script(), step.placeholders()));
        }
      }
    }
    return List.copyOf(all);
  }

  private static Known known(String id, String script, List<Placeholder> gaps) {
    StringBuilder regex = new StringBuilder("(?s)\\s*");
    List<String> names = new ArrayList<>();
    int from = 0;
    while (from < script.length()) {
      int at = script.length();
      Placeholder next = null;
      for (Placeholder gap : gaps) {
        int found = script.indexOf(gap.written(), from);
        if (found >= 0 && found < at) {
          at = found;
          next = gap;
        }
      }
      regex.append(Pattern.quote(script.substring(from, at)));
      if (next == null) {
        break;
      }
      regex.append("(.{1,400}?)");
      names.add(next.name());
      from = at + next.written().length();
    }
    return new Known(id, Pattern.compile(regex + "\\s*"), names);
  }

  /** Empty for any other text. */
  static Optional<Found> match(String script) {
    for (Known one : KNOWN) {
      Matcher matcher = one.text().matcher(script);
      if (matcher.matches()) {
        Map<String, String> values = new HashMap<>();
        for (int i = 0; i < one.gaps().size(); i++) {
          values.put(one.gaps().get(i), matcher.group(i + 1).replace("'", ""));
        }
        return Optional.of(new Found(one.id(), values));
      }
    }
    return Optional.empty();
  }
}
