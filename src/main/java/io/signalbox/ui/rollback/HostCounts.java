package io.signalbox.ui.rollback;

import io.signalbox.ansible.HostRecap;
import io.signalbox.ansible.HostResult;
import io.signalbox.ansible.HostState;
import io.signalbox.ansible.PlayNode;
import io.signalbox.ansible.PlaybookTree;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What each host has behind it: Ansible's own count where it told its end, else the events'. */
record HostCounts(List<Line> lines, boolean recap) {
  /** The columns, in this order. */
  static final List<HostState> COLUMNS =
      List.of(
          HostState.OK,
          HostState.CHANGED,
          HostState.FAILED,
          HostState.UNREACHABLE,
          HostState.RESCUED,
          HostState.IGNORED,
          HostState.SKIPPED);

  HostCounts {
    lines = List.copyOf(lines);
  }

  /** One host. */
  record Line(String host, Map<HostState, Integer> counts) {
    Line {
      counts = Map.copyOf(counts);
    }

    int of(HostState state) {
      return counts.getOrDefault(state, 0);
    }
  }

  /**
   * The counts.
   *
   * @param printed the recap as known otherwise, for where the events lack it
   */
  static HostCounts of(PlaybookTree tree, List<HostRecap> printed) {
    List<HostRecap> recap = tree.recap().isEmpty() ? printed : tree.recap();
    return recap.isEmpty() ? soFar(tree) : of(recap);
  }

  private static HostCounts of(List<HostRecap> recap) {
    List<Line> lines = new ArrayList<>();
    for (HostRecap host : recap) {
      Map<HostState, Integer> counts = new EnumMap<>(HostState.class);
      counts.put(HostState.OK, host.ok());
      counts.put(HostState.CHANGED, host.changed());
      counts.put(HostState.FAILED, host.failed());
      counts.put(HostState.UNREACHABLE, host.unreachable());
      counts.put(HostState.RESCUED, host.rescued());
      counts.put(HostState.IGNORED, host.ignored());
      counts.put(HostState.SKIPPED, host.skipped());
      lines.add(new Line(host.host(), counts));
    }
    return new HostCounts(lines, true);
  }

  /** As Ansible counts: what changed is ok as well, what was ignored too. */
  private static HostCounts soFar(PlaybookTree tree) {
    Map<String, Map<HostState, Integer>> all = new LinkedHashMap<>();
    for (PlayNode play : tree.plays()) {
      play.hosts().forEach(host -> all.computeIfAbsent(host, _ -> new EnumMap<>(HostState.class)));
    }
    tree.tasks()
        .flatMap(task -> task.hosts().stream())
        .forEach(
            result ->
                count(
                    all.computeIfAbsent(result.host(), _ -> new EnumMap<>(HostState.class)),
                    result));
    return new HostCounts(
        all.entrySet().stream().map(one -> new Line(one.getKey(), one.getValue())).toList(), false);
  }

  private static void count(Map<HostState, Integer> counts, HostResult result) {
    if (result.state() == HostState.RUNNING) {
      return;
    }
    counts.merge(result.state(), 1, Integer::sum);
    if (result.state() == HostState.CHANGED || result.state() == HostState.IGNORED) {
      counts.merge(HostState.OK, 1, Integer::sum);
    }
  }
}
