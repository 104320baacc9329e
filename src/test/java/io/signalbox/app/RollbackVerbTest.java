package io.signalbox.app;

import static io.signalbox.app.Run.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.signalbox.action.Evidence;
import io.signalbox.action.Verdict;
import io.signalbox.command.Afterwards;
import io.signalbox.profile.Profile;
import io.signalbox.remote.durable.RunStatus;
import java.io.PrintWriter;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** The verb rollback with the stack's own playbook on real ansible-core and three real hosts. */
@ExtendWith(RollbackRig.Shared.class)
class RollbackVerbTest {
  private RollbackRig rig;

  @BeforeEach
  void fresh(RollbackRig shared) throws Exception {
    rig = shared;
    rig.fresh();
  }

  @Test
  void withoutAPreviewNothingIsDoneAndWithOneItIsProved() throws Exception {
    Run bare = rig.confirmed("1.4.1");
    assertThat(bare.code()).as(bare.out() + bare.err()).isEqualTo(3);
    assertThat(json(bare).get("error").asString()).contains("preview:");
    assertThat(rig.ansible().host(1).serving("backend")).isEqualTo("1.5.0");

    Run preview = rig.preview("1.4.1");
    assertThat(preview.code()).as(preview.out() + preview.err()).isZero();
    JsonNode tasks = json(preview).get("tasks");
    assertThat(tasks.get("total").asInt())
        .isEqualTo(
            tasks.get("willChange").asInt()
                + tasks.get("unchanged").asInt()
                + tasks.get("skipped").asInt()
                + tasks.get("unpredictable").asInt())
        .isPositive();
    assertThat(json(preview).get("hosts")).hasSize(3);
    assertThat(json(preview).get("fingerprint").asString()).hasSize(64);
    assertThat(rig.ansible().host(1).serving("backend")).isEqualTo("1.5.0");

    Run run = rig.confirmed("1.4.1");
    assertThat(run.code()).as(run.out() + run.err()).isZero();
    assertThat(json(run).get("verdict").asString()).isEqualTo("SUCCEEDED_VERIFIED");
    assertThat(json(run).get("rc").asInt()).isZero();
    assertThat(json(run).get("hosts")).hasSize(3);
    assertThat(rig.ansible().host(3).serving("backend")).isEqualTo("1.4.1");
    provedAgain(json(run).get("run").asString());
  }

  /** Whoever attaches in the window gets the rollback's verdict, not that of its exit code. */
  private void provedAgain(String run) throws Exception {
    Profile profile =
        ProfileOption.read(
                rig.profile(),
                rig.surroundings().folders().home(),
                new PrintWriter(Writer.nullWriter()))
            .orElseThrow();
    try (Station station = new Station(profile, rig.surroundings())) {
      RunStatus status = new RunFinder(profile, station.runs()).one(run).run(run).orElseThrow();
      List<Evidence> seen = new ArrayList<>();
      Afterwards proof =
          station.proofs().stream().filter(one -> one.proves(status)).findFirst().orElseThrow();
      assertThat(proof.prove(status, seen::add).verdict()).isEqualTo(Verdict.SUCCEEDED_VERIFIED);
      assertThat(seen).extracting(Evidence::what).anyMatch(one -> one.startsWith("Version"));
    }
  }

  @Test
  void F50_whatADeadRunLeftBlocksUntilItIsAcknowledged() throws Exception {
    rig.set(
            "variables",
            "{ target: target_version, reason: rollback_reason, incident: incident_id,"
                + " acknowledgePartial: acknowledge_partial_state }")
        .write();
    rig.ansible().leavePartialState("gone-1", "1.4.1", "1.5.0");
    Run preview = rig.preview("1.4.1", "--acknowledge-partial", "the runner died");
    assertThat(preview.code()).as(preview.out() + preview.err()).isZero();
    Run blocked = rig.confirmed("1.4.1");
    assertThat(blocked.code()).isEqualTo(3);
    assertThat(json(blocked).get("error").asString())
        .contains("partial-state", ".deploy-in-progress", "gone-1");
    Run run = rig.confirmed("1.4.1", "--acknowledge-partial", "the runner died");
    assertThat(run.code()).as(run.out() + run.err()).isZero();
    assertThat(rig.ansible().host(2).serving("frontend")).isEqualTo("1.4.1");
  }

  @Test
  void healthIsMeasuredOrSaidNotToBe() throws Exception {
    rig.health(
        """
        - { category: backend, url: "%s" }
        - { category: redis, command: ["no-such-program", ping], blocking: false }
        - { category: external, command: ["false"], blocking: false }
        - { category: nginx, url: "http://127.0.0.1:1/", blocking: true }
        """
            .formatted(rig.ansible().host(1).url("backend", "/health")));
    Run health = rig.verb("health", "--profile", rig.profile().toString(), "--json");
    assertThat(health.code()).as(health.out() + health.err()).isEqualTo(1);
    JsonNode categories = json(health).get("categories");
    assertThat(categories).hasSize(8);
    assertThat(categories.get(0).get("state").asString()).isEqualTo("ok");
    assertThat(categories.get(1).get("state").asString()).isEqualTo("not-configured");
    assertThat(categories.get(3).get("state").asString()).isEqualTo("unknown");
    assertThat(categories.get(4).get("state").asString()).isEqualTo("warning");
    assertThat(categories.get(6).get("state").asString()).isEqualTo("failed");
    assertThat(categories.get(6).get("blocking").asBoolean()).isTrue();
    assertThat(categories.get(6).get("checks")).hasSize(1);
  }
}
