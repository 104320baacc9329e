package io.signalbox.stack;

import static org.assertj.core.api.Assertions.assertThat;

import io.signalbox.rig.AnsibleRun;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Deploy, rollback and health as they are meant to go, on three real hosts. */
@ExtendWith(ProductionRig.Shared.class)
class ProductionPlaybooksTest {
  private ProductionRig production;

  @BeforeEach
  void fresh(ProductionRig shared) throws Exception {
    production = shared;
    production.fresh();
  }

  @Test
  void deployAgainBackAndForthKeepsTheVersionBefore() throws Exception {
    AnsibleRun first =
        production.rig().playbook("deploy-production.yml", ProductionRig.deploying("1.4.2"));
    assertThat(first.rc()).as(first.output()).isZero();
    production.serveEverywhere("1.4.2");
    production.states("1.4.2 after 1.4.1");
    assertThat(ProductionRig.current(production.controlState())).isEqualTo("1.4.2 after 1.4.1");
    assertThat(production.rig().host(3).file("var/backups/shop-forensics")).isNotEmptyDirectory();
    production.nothingHeld();

    AnsibleRun second = production.deploy("1.4.2");
    assertThat(second.rc()).as(second.output()).isZero();
    assertThat(second.count(production.rig().names(), "changed")).as(second.output()).isZero();
    production.states("1.4.2 after 1.4.1");

    AnsibleRun back = production.rollback("1.4.1", "-e", "failed_version=1.4.2");
    assertThat(back.rc()).as(back.output()).isZero();
    production.serve("1.4.1");
    production.states("1.4.1 after 1.4.2");
    assertThat(ProductionRig.state(production.rig().host(2)).path("history").get(0).toString())
        .contains("\"rollback\"", "checkout fails", "\"incident\":\"7\"");
    // web-3 was left out, so the environment as a whole is not back
    assertThat(ProductionRig.current(production.controlState())).isEqualTo("1.4.2 after 1.4.1");
    assertThat(production.controlState().path("hosts").toString())
        .isEqualTo("{\"web-1\":\"1.4.1\",\"web-2\":\"1.4.1\",\"web-3\":\"1.4.2\"}");

    AnsibleRun again = production.deploy("1.4.2");
    assertThat(again.rc()).as(again.output()).isZero();
    production.serveEverywhere("1.4.2");
    production.states("1.4.2 after 1.4.1");
    production.nothingHeld();
  }

  @Test
  void aCheckRunShowsDiffsSkipsWhatItCannotKnowAndChangesNothing() throws Exception {
    AnsibleRun run = production.deploy("1.4.2", "--check", "--diff");
    assertThat(run.rc()).as(run.output()).isZero();
    assertThat(run.output())
        .contains("-1.4.1\n+1.4.2", "releases/1.4.2", "web-2: only predicted")
        .containsPattern("Ask the eight categories\\] \\*+\\nskipping: \\[web-")
        .containsPattern("Read the version back [a-z ]+\\] \\*+\\nskipping: \\[web-");
    production.untouched();
    production.nothingHeld();
    assertThat(production.rig().host(1).file("opt/shop/releases/1.4.2")).doesNotExist();
    production.states("1.4.1 after 1.4.0");
  }

  @Test
  void healthSaysEveryCategoryAndNotConfiguredIsNotHealthy() throws Exception {
    AnsibleRun well = production.rig().playbook("health.yml");
    assertThat(well.rc()).as(well.output()).isZero();
    for (String state : List.of("backend: ok", "services: ok", "redis: not-configured")) {
      assertThat(well.output()).contains("[web-3] => (item=" + state + ")");
    }
    production.rig().host(3).unhealthy("backend", "all");
    String redis = "{category: redis, name: ping, command: [no-such-redis-cli, ping]}";
    AnsibleRun ill =
        production
            .rig()
            .playbook(
                "health.yml", "-e", "{health_retries: 1, health_extra_checks: [" + redis + "]}");
    assertThat(ill.rc()).isEqualTo(2);
    assertThat(ill.output())
        .contains("[web-3] => (item=backend: failed)", "[web-1] => (item=backend: ok)")
        .contains("[web-1] => (item=redis: unknown)")
        .contains("answered 503, not 200", "no-such-redis-cli is not installed on this host");
  }

  @Test
  void whatIsMissingIsSaidBeforeAnyHostIsAsked() throws Exception {
    AnsibleRun run =
        production.rig().playbook("rollback-production.yml", "-e", "target_version=1.4.0");
    assertThat(run.rc()).isEqualTo(2);
    assertThat(run.output()).contains("nothing was changed", "rollback_reason", "incident_id");
    AnsibleRun odd = production.deploy("../../etc");
    assertThat(odd.output()).contains("nothing was changed", "target_version (letters, digits");
    AnsibleRun same = production.rollback("1.4.1");
    assertThat(same.output()).contains("1.4.1 is what every host already serves");
    production.untouched();
    assertThat(Files.exists(production.rig().controlState().resolve("deployment.lock"))).isFalse();
  }
}
