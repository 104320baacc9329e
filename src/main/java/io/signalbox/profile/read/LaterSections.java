package io.signalbox.profile.read;

import java.time.Duration;
import java.util.Optional;

/**
 * Checks the sections whose feature is still to come: their keys are part of the contract, so a
 * mistake in them is named today.
 */
final class LaterSections {
  private final Values values;

  LaterSections(Values values) {
    this.values = values;
  }

  void check(Fields top) {
    values.section(top, "failover").ifPresent(this::failover);
    values.section(top, "rollback").ifPresent(this::rollback);
    values.section(top, "health").ifPresent(this::health);
  }

  private void failover(Fields fields) {
    values
        .section(fields, "limits")
        .ifPresent(
            limits -> {
              values.percent(limits, "cpuPercent", 50);
              values.percent(limits, "memoryPercent", 60);
              values.percent(limits, "diskPercent", 70);
              limits.noOthers();
            });
    values.texts(fields, "reachability");
    values.text(fields, "probeWorkflow");
    values.sections(
        fields,
        "guardrails",
        guardrail -> {
          values.text(guardrail, "name");
          values.text(guardrail, "query");
          values.number(guardrail, "max");
          values.number(guardrail, "min");
          return Optional.empty();
        });
    fields.noOthers();
  }

  private void rollback(Fields fields) {
    values.path(fields, "directory");
    for (String key : new String[] {"playbook", "inventory", "limit", "versionUrl", "artifact"}) {
      values.text(fields, key);
    }
    values.text(fields, "stateFile");
    values.texts(fields, "versionFiles");
    values.texts(fields, "tags");
    values.section(fields, "env").ifPresent(this::texts);
    values.section(fields, "variables").ifPresent(this::texts);
    values.duration(fields, "previewMaxAge", Duration.ofMinutes(10));
    values.flag(fields, "githubIssue", false);
    values.flag(fields, "deploymentStatus", false);
    fields.noOthers();
  }

  private void texts(Fields fields) {
    fields.all().keySet().forEach(key -> values.text(fields, key));
  }

  private void health(Fields fields) {
    values.sections(
        fields,
        "checks",
        check -> {
          values.text(check, "category");
          values.text(check, "name");
          values.url(check, "url");
          values.texts(check, "command");
          values.flag(check, "blocking", true);
          return Optional.empty();
        });
    fields.noOthers();
  }
}
