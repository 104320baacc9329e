package io.signalbox.ui.rollback;

import io.signalbox.ansible.HostResult;
import io.signalbox.ansible.HostState;
import io.signalbox.ansible.PlayNode;
import io.signalbox.ansible.PlaybookTree;
import io.signalbox.ansible.TaskNode;
import io.signalbox.ui.kit.Ages;
import io.signalbox.ui.rollback.Row.Fold;
import io.signalbox.ui.rollback.Row.Kind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A running playbook as lines of a tree. What runs and what went wrong is open, the rest is one
 * line a task. Pure.
 */
final class RunRows {
  /** From bad to good: a task wears the worst of its hosts. */
  private static final List<HostState> WORST_FIRST =
      List.of(
          HostState.FAILED,
          HostState.UNREACHABLE,
          HostState.RESCUED,
          HostState.IGNORED,
          HostState.RUNNING,
          HostState.CHANGED,
          HostState.OK,
          HostState.SKIPPED);

  private final Folds folds;
  private final List<Row> rows = new ArrayList<>();

  private RunRows(Folds folds) {
    this.folds = folds;
  }

  static List<Row> of(PlaybookTree tree, Folds folds) {
    RunRows made = new RunRows(folds);
    tree.plays().forEach(play -> made.play(play, tree));
    return List.copyOf(made.rows);
  }

  private void play(PlayNode play, PlaybookTree tree) {
    String hosts = play.hosts().size() == 1 ? "1 host" : play.hosts().size() + " hosts";
    rows.add(
        new Row(
            Kind.PLAY, "p" + play.id(), 0, Fold.NONE, null, nameOf(play.name(), "play"), hosts));
    for (TaskNode task : play.tasks()) {
      task("p" + play.id() + "/" + task.id(), task, tree);
    }
  }

  private void task(String key, TaskNode task, PlaybookTree tree) {
    HostState worst = worst(task);
    boolean running = tree.current() != null && task.id().equals(tree.current().id());
    boolean loud = worst.bad() || worst == HostState.RESCUED || worst == HostState.IGNORED;
    boolean open = folds.open(key, running || loud);
    rows.add(
        new Row(
            Kind.TASK,
            key,
            1,
            Fold.of(!task.hosts().isEmpty(), open),
            Look.of(worst),
            nameOf(task.name(), task.action()),
            counts(task)));
    if (open) {
      task.hosts().forEach(host -> host(key + "/" + host.host(), host));
    }
  }

  private void host(String key, HostResult host) {
    boolean words = !host.message().isEmpty();
    boolean more = !host.diffs().isEmpty() || words;
    boolean open = folds.open(key, host.state().bad() || host.state() == HostState.RESCUED);
    rows.add(
        new Row(
            Kind.HOST,
            key,
            2,
            Fold.of(more, open),
            Look.of(host.state()),
            host.host(),
            lasted(host)));
    if (open && more) {
      if (words) {
        rows.add(new Row(Kind.WORDS, key + "/w", 3, Fold.NONE, null, host.message(), ""));
      }
      DiffRows.add(rows, key, 3, host.diffs());
    }
  }

  private static String lasted(HostResult host) {
    return host.startedAt() == null || host.endedAt() == null
        ? ""
        : Ages.exact(Duration.between(host.startedAt(), host.endedAt()));
  }

  private static String nameOf(String name, String otherwise) {
    return name.isBlank() ? "(no name) " + otherwise : name;
  }

  /** The worst state of its hosts; a task that no host has begun yet is about to run. */
  static HostState worst(TaskNode task) {
    return WORST_FIRST.stream()
        .filter(state -> task.hosts().stream().anyMatch(host -> host.state() == state))
        .findFirst()
        .orElse(HostState.RUNNING);
  }

  private static String counts(TaskNode task) {
    Map<HostState, Integer> count = new EnumMap<>(HostState.class);
    task.hosts().forEach(host -> count.merge(host.state(), 1, Integer::sum));
    return WORST_FIRST.stream()
        .filter(count::containsKey)
        .map(state -> count.get(state) + " " + state.word())
        .collect(Collectors.joining(" · "));
  }
}
