package io.signalbox.ui.runbook;

import io.signalbox.runbook.QueryResult;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What was done with one step in this session, host by host. FX thread only. */
final class StepRuns {
  private final Map<String, String> runs = new LinkedHashMap<>();
  private final List<String> waiting = new ArrayList<>();
  private final List<String> ended = new ArrayList<>();
  private @Nullable QueryResult answer;
  private @Nullable Instant asking;
  private String message = "";
  private String chosen = "";

  /** Run ids by host, in the order in which they began. */
  Map<String, String> runs() {
    return Map.copyOf(runs);
  }

  /** The hosts, in the order in which they began. */
  List<String> hosts() {
    return List.copyOf(runs.keySet());
  }

  String run(String host) {
    return runs.getOrDefault(host, "");
  }

  void begun(String host, String run) {
    runs.put(host, run);
    message = "";
  }

  /** Hosts that come after this one by themselves. */
  void queue(List<String> hosts) {
    waiting.clear();
    waiting.addAll(hosts);
  }

  @Nullable String nextWaiting() {
    return waiting.isEmpty() ? null : waiting.removeFirst();
  }

  List<String> waiting() {
    return List.copyOf(waiting);
  }

  /** True the first time that it is said of this run. */
  boolean endedNow(String run) {
    if (ended.contains(run)) {
      return false;
    }
    ended.add(run);
    return true;
  }

  /** The machine whose pane the operator chose; empty while none is. */
  String chosen() {
    return chosen;
  }

  void choose(String host) {
    chosen = host;
  }

  void asks(Instant now) {
    asking = now;
    message = "";
  }

  @Nullable Instant asking() {
    return asking;
  }

  void answered(QueryResult result) {
    answer = result;
    asking = null;
  }

  @Nullable QueryResult answer() {
    return answer;
  }

  void refused(String words) {
    message = words;
    asking = null;
    waiting.clear();
  }

  /** Why nothing was done; empty otherwise. */
  String message() {
    return message;
  }
}
