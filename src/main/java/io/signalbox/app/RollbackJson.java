package io.signalbox.app;

import io.signalbox.action.ActionRun;
import io.signalbox.ansible.Forecast;
import io.signalbox.ansible.HostRecap;
import io.signalbox.ansible.PreviewReport;
import io.signalbox.ansible.TaskForecast;
import io.signalbox.rollback.PreFlight;
import io.signalbox.rollback.RollbackBoard;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What the JSON of a rollback, and of its preview, holds beside what all acting verbs print. */
final class RollbackJson implements ActionSession.Extras {
  private final RollbackBoard board;
  private final boolean preview;

  RollbackJson(RollbackBoard board, boolean preview) {
    this.board = board;
    this.preview = preview;
  }

  @Override
  public void add(ObjectNode root, @Nullable ActionRun run) {
    ground(root);
    if (preview) {
      preview(root, run);
    } else {
      result(root, run);
    }
  }

  private void result(ObjectNode root, @Nullable ActionRun run) {
    RollbackBoard.Result result = run == null ? null : board.result(run.id()).orElse(null);
    if (result == null || result.exitCode() == null) {
      root.putNull("rc");
    } else {
      root.put("rc", result.exitCode());
    }
    ArrayNode hosts = root.putArray("hosts");
    List<HostRecap> recap = result == null ? List.of() : result.hosts();
    for (HostRecap one : recap) {
      hosts
          .addObject()
          .put("name", one.host())
          .put("ok", one.ok())
          .put("changed", one.changed())
          .put("failed", one.failed())
          .put("unreachable", one.unreachable())
          .put("rescued", one.rescued())
          .put("ignored", one.ignored())
          .put("skipped", one.skipped());
    }
    ArrayNode again = root.putArray("relaunch");
    if (result != null) {
      result.toRepeat().forEach(again::add);
    }
  }

  private void preview(ObjectNode root, @Nullable ActionRun run) {
    RollbackBoard.Preview taken = run == null ? null : board.preview().orElse(null);
    if (taken == null) {
      root.putNull("tasks");
      root.putArray("hosts");
      root.putNull("fingerprint");
      root.putNull("takenAt");
      return;
    }
    PreviewReport report = taken.report();
    root.putObject("tasks")
        .put("total", report.total())
        .put("willChange", report.count(Forecast.WILL_CHANGE))
        .put("unchanged", report.count(Forecast.UNCHANGED))
        .put("skipped", report.count(Forecast.SKIPPED))
        .put("unpredictable", report.count(Forecast.UNPREDICTABLE));
    root.put("headline", report.headline());
    ArrayNode hosts = root.putArray("hosts");
    report.hosts().forEach(hosts::add);
    root.put("fingerprint", taken.fingerprint());
    root.put("takenAt", taken.takenAt().toString());
    root.put("validUntil", taken.validUntil().toString());
    ArrayNode forecasts = root.putArray("forecasts");
    for (TaskForecast one : report.tasks()) {
      forecasts
          .addObject()
          .put("play", one.play())
          .put("task", one.task())
          .put("forecast", one.forecast().name().toLowerCase(java.util.Locale.ROOT))
          .put("why", one.why());
    }
  }

  private void ground(ObjectNode root) {
    RollbackBoard.Ground ground = board.ground().orElse(null);
    if (ground == null) {
      root.putNull("versions");
      root.putArray("preFlight");
      return;
    }
    ObjectNode versions = root.putObject("versions");
    versions.put("declared", ground.versions().state().current());
    ArrayNode observed = versions.putArray("observed");
    ground
        .versions()
        .observed()
        .forEach(
            one ->
                observed
                    .addObject()
                    .put("host", one.where())
                    .put("source", one.source())
                    .put("version", one.version())
                    .put("error", one.words().isEmpty() ? null : one.words()));
    ArrayNode candidates = versions.putArray("candidates");
    ground
        .versions()
        .candidates()
        .forEach(
            one -> {
              ArrayNode sources =
                  candidates.addObject().put("version", one.version()).putArray("sources");
              one.sources().forEach(sources::add);
            });
    versions.put("migration", ground.migration().words());
    ObjectNode partial = root.putObject("partialState");
    partial.put("partial", ground.partial().partial());
    ArrayNode signs = partial.putArray("signs");
    ground.partial().signs().forEach(signs::add);
    String unchecked = ground.partial().unchecked();
    partial.put("notChecked", unchecked.isEmpty() ? null : unchecked);
    ArrayNode checks = root.putArray("preFlight");
    for (PreFlight.Check check : ground.preFlight().checks()) {
      checks
          .addObject()
          .put("check", check.id())
          .put("verdict", check.mark().word())
          .put("observed", check.words());
    }
  }
}
