package io.signalbox.ui.rollback;

import io.signalbox.ansible.Forecast;
import io.signalbox.ansible.PreviewReport;
import io.signalbox.ansible.TaskForecast;
import io.signalbox.ansible.TaskForecast.OnHost;
import io.signalbox.ui.rollback.Row.Fold;
import io.signalbox.ui.rollback.Row.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A preview as lines of a tree: play, task, host, and what would be different there. Pure. */
final class PreviewRows {
  /** Up to so many lines of diffs are shown without being asked for. */
  static final int FEW = 60;

  private final PreviewReport report;
  private final Set<Forecast> hidden;
  private final Folds folds;
  private final boolean few;
  private final List<Row> rows = new ArrayList<>();

  private PreviewRows(PreviewReport report, Set<Forecast> hidden, Folds folds) {
    this.report = report;
    this.hidden = hidden;
    this.folds = folds;
    this.few =
        report.tasks().stream()
                .flatMap(task -> task.hosts().stream())
                .flatMap(host -> host.diffs().stream())
                .mapToInt(diff -> diff.lines().size() + 1)
                .sum()
            <= FEW;
  }

  /** The lines, without the tasks of a hidden forecast. */
  static List<Row> of(PreviewReport report, Set<Forecast> hidden, Folds folds) {
    return new PreviewRows(report, hidden, folds).build();
  }

  private List<Row> build() {
    String play = null;
    int plays = 0;
    int number = 0;
    for (TaskForecast task : report.tasks()) {
      if (!task.play().equals(play)) {
        play = task.play();
        rows.add(new Row(Kind.PLAY, "p" + plays++, 0, Fold.NONE, null, play, ""));
      }
      String key = "t" + number++;
      if (!hidden.contains(task.forecast())) {
        task(key, task);
      }
    }
    rows.removeIf(row -> row.kind() == Kind.PLAY && !hasTask(row));
    return List.copyOf(rows);
  }

  private boolean hasTask(Row play) {
    int next = rows.indexOf(play) + 1;
    return next < rows.size() && rows.get(next).kind() != Kind.PLAY;
  }

  private void task(String key, TaskForecast task) {
    boolean open = folds.open(key, few && task.forecast() == Forecast.WILL_CHANGE);
    rows.add(
        new Row(
            Kind.TASK,
            key,
            1,
            Fold.of(!task.hosts().isEmpty() || !task.why().isEmpty(), open),
            Look.of(task.forecast()),
            task.task(),
            task.why()));
    if (!open) {
      return;
    }
    if (task.hosts().isEmpty()) {
      words(key, 2, task.why());
    }
    task.hosts().forEach(host -> host(key + "/" + host.host(), host));
  }

  private void host(String key, OnHost host) {
    boolean open = folds.open(key, few);
    rows.add(
        new Row(
            Kind.HOST,
            key,
            2,
            Fold.of(!host.diffs().isEmpty() || host.why().length() > 40, open),
            Look.of(host.forecast()),
            host.host(),
            host.why()));
    if (open) {
      if (host.why().length() > 40) {
        words(key, 3, host.why());
      }
      DiffRows.add(rows, key, 3, host.diffs());
    }
  }

  private void words(String key, int depth, String words) {
    rows.add(new Row(Kind.WORDS, key + "/why", depth, Fold.NONE, null, words, ""));
  }
}
