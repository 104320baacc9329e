package io.signalbox.app;

import io.signalbox.failover.Candidate;
import io.signalbox.failover.Check;
import io.signalbox.failover.Escalation;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The table of candidates, and the escalation, for a terminal and as JSON. */
final class CandidateJson {
  private CandidateJson() {}

  static ArrayNode json(List<Candidate> rows) {
    ArrayNode all = JsonNodeFactory.instance.arrayNode();
    for (Candidate row : rows) {
      ObjectNode node = all.addObject();
      node.put("runner", row.runner());
      node.put("host", row.host());
      node.put("qualifies", row.qualifies());
      node.put("whyNot", row.qualifies() ? null : row.whyNot());
      ArrayNode checks = node.putArray("checks");
      for (Check check : row.checks()) {
        checks
            .addObject()
            .put("id", check.id())
            .put("verdict", check.verdict().word())
            .put("observed", check.observed());
      }
    }
    return all;
  }

  static ObjectNode json(Escalation card) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("since", card.since().toString());
    ArrayNode down = node.putArray("down");
    card.down().forEach(down::add);
    ArrayNode steps = node.putArray("steps");
    for (Escalation.Step step : card.steps()) {
      steps
          .addObject()
          .put("what", step.what())
          .put("dueAt", step.dueAt().toString())
          .put("due", step.due());
    }
    return node;
  }

  static String text(List<Candidate> rows) {
    StringBuilder out = new StringBuilder();
    for (Candidate row : rows) {
      out.append(
          "%-11s %s (%s)%n"
              .formatted(
                  row.qualifies() ? "candidate" : "no candidate",
                  row.runner(),
                  row.host().isEmpty() ? "host not known" : row.host()));
      for (Check check : row.checks()) {
        out.append(
            "  %-11s %s: %s%n".formatted(check.verdict().word(), check.id(), check.observed()));
      }
    }
    return out.toString();
  }
}
