package io.signalbox.demo;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The rollback playbook of the demo world as Ansible would tell of it: the events of the console's
 * callback and the printed log, for a check run and for a real one. Nothing is ever run.
 */
final class DemoPlaybook {
  static final List<String> HOSTS = List.of("web-1", "web-2", "web-3");
  private static final String PLAY = "Bring the older version back";

  private record Task(String name, String action, String checked, String run, String diff) {}

  private static final List<Task> TASKS =
      List.of(
          new Task("Say what is missing", "assert", "ok", "ok", ""),
          new Task("Look at what the host has", "stat", "ok", "ok", ""),
          new Task("Refuse while another deployment runs", "assert", "ok", "ok", ""),
          new Task("Take the lock", "copy", "changed", "changed", ""),
          new Task("Keep the state of before", "copy", "changed", "changed", ""),
          new Task(
              "Collect the logs of the failed version", "command", "check-mode", "changed", ""),
          new Task("Make the folder of the release", "file", "changed", "changed", ""),
          new Task("Unpack the release", "unarchive", "changed", "changed", ""),
          new Task("Write the settings", "template", "changed", "changed", "settings"),
          new Task("Clear the cache", "file", "condition", "condition", ""),
          new Task("Stop the frontend", "systemd", "changed", "changed", ""),
          new Task("Stop the backend", "systemd", "changed", "changed", ""),
          new Task("Switch to the release", "file", "changed", "changed", "link"),
          new Task("Write the version", "copy", "changed", "changed", "version"),
          new Task("Start the services", "systemd", "changed", "changed", ""),
          new Task("Ask for the backend's health", "uri", "check-mode", "ok", ""),
          new Task("Read the version back", "uri", "check-mode", "ok", ""));

  private final String from;
  private final String to;
  private final boolean check;
  private final Instant start;
  private final List<String> events = new ArrayList<>();
  private final List<String> log = new ArrayList<>();

  /** From one version to another. */
  DemoPlaybook(String from, String to, boolean check, Instant start) {
    this.from = from;
    this.to = to;
    this.check = check;
    this.start = start;
    tell();
  }

  /** What {@code --list-hosts --list-tasks} prints. */
  static List<String> listing() {
    List<String> lines = new ArrayList<>(List.of("", "playbook: rollback-production.yml", ""));
    lines.add("  play #1 (app): " + PLAY + "\tTAGS: []");
    lines.add("    pattern: ['app']");
    lines.add("    hosts (" + HOSTS.size() + "):");
    HOSTS.forEach(host -> lines.add("      " + host));
    lines.add("    tasks:");
    TASKS.forEach(task -> lines.add("      " + task.name() + "\tTAGS: []"));
    return lines;
  }

  /** The lines of the callback, in order. */
  List<String> events() {
    return events;
  }

  /** The printed lines; the one at a place is there once that event is. */
  List<String> log() {
    return log;
  }

  private ObjectNode event(String kind, String line) {
    ObjectNode node = Json.object();
    node.put("n", events.size() + 1);
    node.put("at", start.plusMillis(110L * events.size()).toString());
    node.put("kind", kind);
    log.add(line);
    return node;
  }

  private void tell() {
    ObjectNode begun = event("playbook", "");
    ArrayNode plays = begun.put("format", 1).put("check", check).putArray("plays");
    plays.addObject().put("name", PLAY).put("tasks", TASKS.size()).put("rescueTasks", 0);
    events.add(begun.toString());
    ObjectNode play = event("play", "PLAY [" + PLAY + "] ***");
    ArrayNode hosts = play.put("play", "p1").put("name", PLAY).putArray("hosts");
    HOSTS.forEach(hosts::add);
    events.add(play.toString());
    for (int i = 0; i < TASKS.size(); i++) {
      task("t" + i, TASKS.get(i));
    }
    ObjectNode end = event("stats", "PLAY RECAP ***");
    ObjectNode counts = end.putObject("hosts");
    HOSTS.forEach(host -> counts.set(host, counts()));
    events.add(end.toString());
  }

  private ObjectNode counts() {
    ObjectNode counts = Json.object();
    long changed = count("changed");
    counts.put("ok", changed + count("ok")).put("changed", changed).put("failed", 0);
    counts.put("unreachable", 0).put("rescued", 0).put("ignored", 0);
    return counts.put("skipped", count("condition") + count("check-mode"));
  }

  private long count(String state) {
    return TASKS.stream().filter(task -> state(task).equals(state)).count();
  }

  private String state(Task task) {
    return check ? task.checked() : task.run();
  }

  private void task(String id, Task task) {
    ObjectNode begun = event("task", "TASK [" + task.name() + "] ***");
    begun
        .put("task", id)
        .put("name", task.name())
        .put("action", "ansible.builtin." + task.action());
    events.add(
        begun.put("path", "roles/release/tasks/main.yml").put("checkMode", check).toString());
    String state = state(task);
    boolean skipped = state.equals("condition") || state.equals("check-mode");
    for (String host : HOSTS) {
      ObjectNode told = event("result", (skipped ? "skipping" : state) + ": [" + host + "]");
      told.put("task", id).put("host", host).put("state", skipped ? "skipped" : state);
      told.put("durationMs", 100);
      if (skipped) {
        told.put("skip", state);
        told.put(
            "skipReason",
            state.equals("condition")
                ? "Conditional result was False"
                : "Command would have run if not in check mode");
      } else if (!task.diff().isEmpty()) {
        diff(told.putArray("diff").addObject(), task.diff());
      }
      events.add(told.toString());
    }
  }

  private void diff(ObjectNode diff, String kind) {
    String path =
        switch (kind) {
          case "settings" -> "/opt/shop/shared/app.env";
          case "link" -> "/opt/shop/current";
          default -> "/opt/shop/version.txt";
        };
    diff.put("beforeHeader", path).put("afterHeader", path);
    String text = kind.equals("settings") ? "PORT=8080\nVERSION=%s\nLOG=info\n" : "%s\n";
    diff.put("before", text.formatted(from)).put("after", text.formatted(to));
  }
}
