package io.signalbox.demo;

import java.time.Instant;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A self-hosted runner in the words of GitHub's REST API. */
final class RunnerJson {
  static final List<String> GIVEN = List.of("self-hosted", "Linux", "X64");

  private RunnerJson() {}

  static ObjectNode of(SimulatedRunner runner, FleetHistory history, Instant now) {
    boolean online = history.service(runner).onlineOnGitHub(now);
    boolean busy = history.jobs().running(runner.name(), now).isPresent();
    ObjectNode node =
        Json.object()
            .put("id", runner.id())
            .put("name", runner.name())
            .put("os", "Linux")
            .put("status", online ? "online" : "offline")
            .put("busy", busy)
            .put("ephemeral", false);
    ArrayNode labels = node.putArray("labels");
    history.labels(runner, now).forEach(one -> labels.add(label(one)));
    return node;
  }

  static ObjectNode label(String name) {
    return Json.object()
        .put("id", 1 + Math.floorMod(name.hashCode(), 100_000))
        .put("name", name)
        .put("type", GIVEN.contains(name) ? "read-only" : "custom");
  }
}
