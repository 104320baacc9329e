package io.signalbox.stack;

import static org.assertj.core.api.Assertions.assertThat;

import io.signalbox.rig.AnsibleHost;
import io.signalbox.rig.AnsibleRig;
import io.signalbox.rig.AnsibleRun;
import io.signalbox.rig.SharedRig;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.awaitility.Awaitility;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The playbooks on the rig, in the words of the tests about them. */
final class ProductionRig implements AutoCloseable {
  /** For a class whose tests take it one after the other, each of them {@link #fresh}. */
  static final class Shared extends SharedRig<ProductionRig> {
    Shared() {
      super(ProductionRig.class, ProductionRig::new);
    }
  }

  static final String STATE = "var/lib/shop/production-state.json";
  static final String MARKER = "var/lib/shop/.deploy-in-progress";
  static final String LOCK = "var/lib/shop/deployment.lock";

  private static final JsonMapper JSON = new JsonMapper();
  private final AnsibleRig rig;

  ProductionRig(Path folder) throws Exception {
    rig = new AnsibleRig(folder);
    rig.artifacts().seed("1.4.1");
    rig.artifacts().seed("1.4.2");
    rig.artifacts().seed("2.0.0", 13);
  }

  AnsibleRig rig() {
    return rig;
  }

  /** Every host serves 1.4.1 on schema 12, and 1.4.0 was before. */
  void fresh() throws Exception {
    rig.artifacts().seed("1.4.2");
    rig.install("1.4.1", "1.4.0");
  }

  static String[] deploying(String version, String... more) {
    List<String> arguments = new ArrayList<>(List.of("-e", "target_version=" + version));
    arguments.addAll(List.of(more));
    return arguments.toArray(String[]::new);
  }

  /** Two hosts in one batch: faster where the order is not what is tested. */
  AnsibleRun deploy(String version, String... more) throws Exception {
    return rig.playbook("deploy-production.yml", together(deploying(version, more)));
  }

  AnsibleRun rollback(String version, String... more) throws Exception {
    return rig.playbook(
        "rollback-production.yml",
        together(
            deploying(version, more), "-e", "{rollback_reason: checkout fails, incident_id: '7'}"));
  }

  static String[] together(String[] arguments, String... more) {
    List<String> all =
        new ArrayList<>(List.of("--limit", "web-1,web-2", "-e", "{release_serial: ['100%']}"));
    all.addAll(List.of(arguments));
    all.addAll(List.of(more));
    return all.toArray(String[]::new);
  }

  Process start(Path log, String playbook, String... arguments) throws Exception {
    return rig.start(Map.of(), log, playbook, arguments);
  }

  /** The two hosts of {@link #together} serve this. */
  void serve(String version) {
    for (AnsibleHost host : List.of(rig.host(1), rig.host(2))) {
      serves(host, version);
    }
  }

  /** All three serve this. */
  void serveEverywhere(String version) {
    rig.hosts().forEach(host -> serves(host, version));
  }

  static void serves(AnsibleHost host, String version) {
    assertThat(host.serving("backend")).as(host.name()).isEqualTo(version);
    assertThat(host.serving("frontend")).as(host.name()).isEqualTo(version);
    assertThat(host.file("opt/shop/version.txt")).hasContent(version);
  }

  static JsonNode state(AnsibleHost host) throws Exception {
    return JSON.readTree(Files.readString(host.file(STATE)));
  }

  /** What the state files of the two hosts say, "current after previous". */
  void states(String versions) throws Exception {
    for (AnsibleHost host : List.of(rig.host(1), rig.host(2))) {
      assertThat(current(state(host))).as(host.name()).isEqualTo(versions);
    }
  }

  JsonNode controlState() throws Exception {
    return JSON.readTree(Files.readString(rig.controlState().resolve("production-state.json")));
  }

  static String current(JsonNode state) {
    return state.path("current_version").asString()
        + " after "
        + state.path("previous_version").asString();
  }

  /** No lock and no marker anywhere. */
  void nothingHeld() {
    for (String name : List.of("deployment.lock", ".deploy-in-progress")) {
      assertThat(rig.controlState().resolve(name)).doesNotExist();
      rig.hosts().forEach(h -> assertThat(h.file("var/lib/shop").resolve(name)).doesNotExist());
    }
  }

  /** No service was stopped or started on any host since {@link #fresh()}. */
  void untouched() throws Exception {
    for (AnsibleHost host : rig.hosts()) {
      assertThat(host.changes()).as(host.name()).isEmpty();
      assertThat(host.file(MARKER)).doesNotExist();
    }
    serveEverywhere("1.4.1");
  }

  static void await(String what, Callable<Boolean> condition) {
    Awaitility.await(what)
        .atMost(Duration.ofMinutes(2))
        .pollInterval(Duration.ofMillis(20))
        .until(condition);
  }

  @Override
  public void close() {
    rig.close();
  }
}
