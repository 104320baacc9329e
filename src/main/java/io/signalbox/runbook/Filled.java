package io.signalbox.runbook;

import java.util.List;
import java.util.Map;

/**
 * A step with its gaps filled.
 *
 * @param script what would run, with the gaps that stayed open still in it
 * @param targets the machines as written, filled alike
 * @param missing names of the gaps that are open, in order
 * @param refused names of the gaps whose value cannot be put in safely, and why
 * @param judgement how dangerous it is with these values
 */
public record Filled(
    String script,
    List<String> targets,
    List<String> missing,
    Map<String, String> refused,
    Judgement judgement) {
  /** Copies the collections. */
  public Filled {
    targets = List.copyOf(targets);
    missing = List.copyOf(missing);
    refused = Map.copyOf(refused);
  }

  /** The same, as dangerous as what is done besides, where that is worse. */
  public Filled with(Judgement besides) {
    return new Filled(script, targets, missing, refused, judgement.or(besides));
  }

  /** True when nothing is open and nothing was refused. */
  public boolean complete() {
    return missing.isEmpty() && refused.isEmpty();
  }

  /** Why it cannot run, in one sentence; empty when it can. */
  public String why() {
    if (!missing.isEmpty()) {
      return "not filled in: " + String.join(", ", missing);
    }
    StringBuilder why = new StringBuilder();
    refused.forEach(
        (name, reason) ->
            why.append(why.isEmpty() ? "" : "; ").append(name).append(": ").append(reason));
    return why.toString();
  }
}
