package io.signalbox.stack;

import static org.assertj.core.api.Assertions.assertThat;

import io.signalbox.rig.AnsibleHost;
import io.signalbox.rig.AnsibleRun;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What breaks in the middle, on three real hosts: nothing half done passes for done. */
@ExtendWith(ProductionRig.Shared.class)
class ProductionChaosTest {
  private static final Pattern ACKNOWLEDGE =
      Pattern.compile("acknowledge_partial_state=([A-Za-z0-9._-]+)");
  @TempDir Path folder;
  private ProductionRig production;

  @BeforeEach
  void fresh(ProductionRig shared) throws Exception {
    production = shared;
    production.fresh();
  }

  private AnsibleHost host(int number) {
    return production.rig().host(number);
  }

  private static String acknowledgement(AnsibleRun refused) {
    Matcher found = ACKNOWLEDGE.matcher(refused.output());
    assertThat(found.find()).as(refused.output()).isTrue();
    return "acknowledge_partial_state=" + found.group(1);
  }

  @Test
  void aRunnerKilledInTheMiddleLeavesAPartialStateThatIsRefusedThenRepaired() throws Exception {
    Process process =
        production.start(
            folder.resolve("killed.log"),
            "deploy-production.yml",
            ProductionRig.together(ProductionRig.deploying("1.4.2")));
    ProductionRig.await("a service is stopped", () -> !host(2).changes().isEmpty());
    production.rig().kill(process);
    assertThat(host(2).file(ProductionRig.MARKER)).exists();

    AnsibleRun refused = production.deploy("1.4.2");
    assertThat(refused.rc()).isEqualTo(2);
    assertThat(refused.output()).contains("nothing was changed. PARTIAL STATE", "1.4.1 to 1.4.2");
    AnsibleRun wrong = production.rollback("1.4.0", "-e", "acknowledge_partial_state=yes");
    assertThat(wrong.output()).contains("nothing was changed. PARTIAL STATE");

    AnsibleRun repaired = production.deploy("1.4.2", "-e", acknowledgement(refused));
    assertThat(repaired.rc()).as(repaired.output()).isZero();
    production.serve("1.4.2");
    production.nothingHeld();
    production.states("1.4.2 after 1.4.1");
  }

  @Test
  void aHostThatIsNotHealthyBringsTheVersionBeforeBackEverywhere() throws Exception {
    host(2).unhealthy("backend", "1.4.2");
    AnsibleRun run =
        production.rig().playbook("deploy-production.yml", ProductionRig.deploying("1.4.2"));
    assertThat(run.rc()).isEqualTo(2);
    assertThat(run.output())
        .contains("RESCUE on web-2: back from 1.4.2 to 1.4.1", "RESCUE on web-1")
        .contains("RESCUED: web-2 could not be brought to 1.4.2 and serves 1.4.1 again")
        .contains("answered 503, not 200");
    assertThat(run.count("web-2", "rescued")).isEqualTo(1);
    assertThat(run.count("web-2", "failed")).isEqualTo(1);
    assertThat(run.count("web-1", "failed")).as(run.output()).isZero();
    production.serveEverywhere("1.4.1");
    assertThat(ProductionRig.current(production.controlState())).isEqualTo("1.4.1 after 1.4.0");
    production.states("1.4.1 after 1.4.0");
    assertThat(ProductionRig.state(host(2)).path("history").get(0).path("outcome").asString())
        .isEqualTo("undone");
    production.nothingHeld();
  }

  @Test
  void anUndoThatFailsTooKeepsTheMarkerAndStopsTheRun() throws Exception {
    host(1).failsToStart("backend");
    AnsibleRun run =
        production
            .rig()
            .playbook(
                "deploy-production.yml",
                ProductionRig.deploying("1.4.2", "--limit", "web-1,web-2"));
    assertThat(run.rc()).isEqualTo(2);
    assertThat(run.output())
        .contains("RESCUE on web-1", "web-1: undo not finished", "PARTIAL STATE: lock and marker")
        .doesNotContain("RESCUED");
    assertThat(host(1).file(ProductionRig.MARKER)).exists();
    assertThat(host(2).changes()).isEmpty();
    AnsibleRun next = production.deploy("1.4.2");
    assertThat(next.output()).contains("nothing was changed. PARTIAL STATE");

    host(1).mend();
    AnsibleRun back = production.rollback("1.4.1", "-e", acknowledgement(next));
    assertThat(back.rc()).as(back.output()).isZero();
    production.serve("1.4.1");
    production.nothingHeld();
  }

  @Test
  void aDamagedOrMissingArtifactIsRefusedBeforeAnythingStops() throws Exception {
    production.rig().artifacts().cut("1.4.2");
    AnsibleRun cut = production.deploy("1.4.2");
    assertThat(cut.rc()).isEqualTo(2);
    assertThat(cut.output()).contains("does not have the checksum", "Nothing was changed");
    AnsibleRun missing = production.deploy("9.9.9");
    assertThat(missing.output()).contains("shop-9.9.9.tar.gz is not there. Nothing was changed");
    production.untouched();
    production.nothingHeld();
  }

  @Test
  void theSecondOfTwoDeploysIsRefusedWithItsOwner() throws Exception {
    Path log = folder.resolve("first.log");
    Process first =
        production.start(
            log,
            "deploy-production.yml",
            ProductionRig.together(ProductionRig.deploying("1.4.2"), "-e", "run_id=the-first"));
    ProductionRig.await(
        "the first holds the lock",
        () -> Files.exists(production.rig().controlState().resolve("deployment.lock")));
    AnsibleRun second = production.rollback("1.4.0");
    assertThat(second.rc()).isEqualTo(2);
    assertThat(second.output())
        .contains("another run is in progress: the-first by " + System.getProperty("user.name"));
    assertThat(first.waitFor()).as(Files.readString(log)).isZero();
    production.serve("1.4.2");
    production.nothingHeld();
  }

  @Test
  void aHostThatCannotBeReachedStopsEverythingBeforeTheFirstChange() throws Exception {
    host(2).sshd().goDown();
    try {
      AnsibleRun run = production.deploy("1.4.2");
      assertThat(run.rc()).as(run.output()).isNotZero();
      assertThat(run.count("web-2", "unreachable")).isEqualTo(1);
      assertThat(run.count("web-1", "changed")).isZero();
    } finally {
      host(2).sshd().comeBack();
    }
    production.untouched();
    production.nothingHeld();
  }

  @Test
  void aHostLostInTheMiddleIsAPartialStateAndTheOthersAreFinished() throws Exception {
    Path log = folder.resolve("lost.log");
    Process process =
        production.start(
            log, "deploy-production.yml", ProductionRig.together(ProductionRig.deploying("1.4.2")));
    ProductionRig.await("a service is stopped", () -> !host(2).changes().isEmpty());
    host(2).sshd().goDown();
    try {
      assertThat(process.waitFor()).as(Files.readString(log)).isNotZero();
    } finally {
      host(2).sshd().comeBack();
    }
    AnsibleRun run = AnsibleRun.of(4, Files.readString(log));
    assertThat(run.count("web-2", "unreachable")).as(run.output()).isEqualTo(1);
    assertThat(run.output()).contains("PARTIAL STATE: web-2 could not be finished");
    ProductionRig.serves(host(1), "1.4.2");
    assertThat(ProductionRig.current(production.controlState())).isEqualTo("1.4.1 after 1.4.0");

    AnsibleRun next = production.deploy("1.4.2");
    assertThat(next.output()).contains("nothing was changed. PARTIAL STATE on the control host");
    AnsibleRun repaired = production.deploy("1.4.2", "-e", acknowledgement(next));
    assertThat(repaired.rc()).as(repaired.output()).isZero();
    production.serve("1.4.2");
    production.nothingHeld();
  }

  @Test
  void goingBackOverAMigrationIsRefusedUntilItIsAcknowledged() throws Exception {
    production.rig().install("2.0.0", "1.4.1");
    AnsibleRun refused = production.rollback("1.4.1");
    assertThat(refused.rc()).isEqualTo(2);
    assertThat(refused.output()).contains("a migration lies between them", "acknowledge_schema=13");
    assertThat(host(1).changes()).isEmpty();
    production.serve("2.0.0");
    AnsibleRun allowed =
        production.rollback("1.4.1", "-e", "acknowledge_schema=13", "--check", "--limit", "web-1");
    assertThat(allowed.rc()).as(allowed.output()).isZero();
  }

  @Test
  void componentsWithDifferentVersionsAreAPartialState() throws Exception {
    Files.writeString(host(1).file("opt/shop/current/backend/version.txt"), "1.3.9");
    host(1).systemctl("restart", "backend");
    AnsibleRun run = production.deploy("1.4.2");
    assertThat(run.output())
        .contains("PARTIAL STATE on web-1: its components answer with different versions")
        .contains("backend 1.3.9, frontend 1.4.1");
  }
}
