package io.signalbox.app;

import io.signalbox.failover.QueuedJob;
import io.signalbox.failover.RunnerVerdict;
import io.signalbox.model.WorkflowRun;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Why jobs wait, as JSON. */
final class ExplainJson {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private ExplainJson() {}

  static String text(WorkflowRun run, List<QueuedJob> jobs) {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    root.put("run", run.id());
    root.put("repository", run.repository());
    root.put("workflow", run.workflow());
    root.put("number", run.number());
    root.put("status", run.status());
    ArrayNode all = root.putArray("jobs");
    jobs.forEach(job -> job(all.addObject(), job));
    return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(root);
  }

  private static void job(ObjectNode node, QueuedJob job) {
    node.put("id", job.id());
    node.put("name", job.name());
    node.put("status", job.status());
    texts(node.putArray("labels"), job.labels());
    node.put("waitsFor", job.waitsFor().word());
    node.put("since", time(job.since()));
    node.put("givesUpAt", time(job.givesUpAt()));
    node.put("hosted", job.hosted());
    node.put("why", job.why());
    ArrayNode runners = node.putArray("runners");
    for (RunnerVerdict verdict : job.runners()) {
      ObjectNode one = runners.addObject();
      one.put("name", verdict.name());
      one.put("verdict", verdict.verdict().word());
      one.put("matches", verdict.matches());
      texts(one.putArray("missingLabels"), verdict.missingLabels());
      one.put("reason", verdict.reason());
    }
  }

  private static void texts(ArrayNode array, List<String> texts) {
    texts.forEach(array::add);
  }

  private static @Nullable String time(@Nullable Instant at) {
    return at == null ? null : at.toString();
  }
}
