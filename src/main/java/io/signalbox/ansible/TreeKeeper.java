package io.signalbox.ansible;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Builds the tree from events in the order of their numbers. Used by one thread at a time. */
final class TreeKeeper {
  private final Map<String, Play> plays = new LinkedHashMap<>();
  private final Map<String, Task> tasks = new LinkedHashMap<>();
  private List<HostRecap> recap = List.of();
  private boolean ended;
  private int expected;
  private @Nullable Play play;
  private @Nullable Task current;
  private @Nullable Instant first;
  private @Nullable Instant last;

  private static final class Play {
    final String id;
    final String name;
    final Set<String> hosts = new LinkedHashSet<>();
    final List<Task> tasks = new ArrayList<>();

    Play(String id, String name) {
      this.id = id;
      this.name = name;
    }
  }

  private static final class Task {
    final TaskNode head;
    final Map<String, HostResult> hosts = new LinkedHashMap<>();
    final Map<String, List<TaskDiff>> diffs = new LinkedHashMap<>();

    Task(TaskNode head) {
      this.head = head;
    }

    TaskNode node() {
      return new TaskNode(
          head.id(),
          head.name(),
          head.action(),
          head.place(),
          head.handler(),
          head.implicit(),
          head.traits(),
          head.startedAt(),
          List.copyOf(hosts.values()));
    }
  }

  void take(AnsibleEvent event) {
    Instant at = event.at();
    if (at != null) {
      first = first == null ? at : first;
      last = at;
    }
    switch (event) {
      case AnsibleEvent.Began one -> expected = one.expected();
      case AnsibleEvent.PlayBegan one -> {
        Play begun = plays.computeIfAbsent(one.id(), id -> new Play(id, one.name()));
        begun.hosts.addAll(one.hosts());
        play = begun;
      }
      case AnsibleEvent.TaskBegan one -> current = task(one);
      case AnsibleEvent.HostBegan one -> begin(one);
      case AnsibleEvent.HostEnded one -> end(one);
      case AnsibleEvent.Changed one -> changed(one);
      case AnsibleEvent.Ended one -> finish(one);
      case AnsibleEvent.Other _ -> {}
    }
  }

  private Task task(AnsibleEvent.TaskBegan one) {
    Play kept = play == null ? plays.computeIfAbsent("", id -> new Play(id, "")) : play;
    return tasks.computeIfAbsent(
        one.task().id(),
        _ -> {
          Task begun = new Task(one.task());
          kept.tasks.add(begun);
          return begun;
        });
  }

  /** A result whose task's beginning is missing still has to be seen. */
  private Task named(String id) {
    Task known = tasks.get(id);
    if (known != null) {
      return known;
    }
    TaskNode lost =
        new TaskNode(
            id,
            "(its beginning is missing)",
            "",
            "",
            false,
            false,
            TaskTraits.NONE,
            null,
            List.of());
    return task(new AnsibleEvent.TaskBegan(0, null, lost));
  }

  private void begin(AnsibleEvent.HostBegan one) {
    named(one.task())
        .hosts
        .putIfAbsent(
            one.host(),
            new HostResult(one.host(), HostState.RUNNING, "", Skip.NO, List.of(), one.at(), null));
  }

  private void changed(AnsibleEvent.Changed one) {
    Task task = named(one.task());
    List<TaskDiff> all = task.diffs.computeIfAbsent(one.host(), _ -> new ArrayList<>());
    all.addAll(one.diffs());
    HostResult known = task.hosts.get(one.host());
    if (known != null && known.state() != HostState.RUNNING) {
      task.hosts.put(one.host(), with(known, all));
    }
  }

  private static HostResult with(HostResult known, List<TaskDiff> diffs) {
    return new HostResult(
        known.host(),
        known.state(),
        known.message(),
        known.skip(),
        diffs,
        known.startedAt(),
        known.endedAt());
  }

  private void end(AnsibleEvent.HostEnded one) {
    Task task = named(one.task());
    HostResult result = one.result();
    HostResult known = task.hosts.get(result.host());
    List<TaskDiff> diffs = new ArrayList<>(task.diffs.getOrDefault(result.host(), List.of()));
    diffs.addAll(result.diffs());
    HostResult ending = with(result, diffs);
    task.hosts.put(result.host(), known == null ? ending : ending.since(known.startedAt()));
  }

  private void finish(AnsibleEvent.Ended one) {
    recap = one.recap();
    ended = true;
    current = null;
    recap.forEach(this::rescue);
  }

  /** Ansible counts a failure that a rescue caught apart: the first ones of that host were. */
  private void rescue(HostRecap counted) {
    int left = counted.rescued();
    for (Task task : tasks.values()) {
      HostResult result = task.hosts.get(counted.host());
      left -= result != null && result.state() == HostState.RESCUED ? 1 : 0;
    }
    for (Task task : tasks.values()) {
      HostResult result = task.hosts.get(counted.host());
      if (left > 0 && result != null && result.state() == HostState.FAILED) {
        task.hosts.put(counted.host(), result.in(HostState.RESCUED));
        left--;
      }
    }
  }

  PlaybookTree tree(List<Gap> gaps, long lastEvent) {
    List<PlayNode> nodes = new ArrayList<>();
    for (Play one : plays.values()) {
      nodes.add(
          new PlayNode(
              one.id,
              one.name,
              List.copyOf(one.hosts),
              one.tasks.stream().map(Task::node).toList()));
    }
    TaskNode now = current == null ? null : Objects.requireNonNull(current).node();
    return new PlaybookTree(nodes, recap, ended, expected, gaps, lastEvent, now, first, last);
  }
}
