package io.signalbox.rig;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The rig itself: real ansible changes what real processes serve. */
class AnsibleRigTest {
  @TempDir static Path folder;
  private static AnsibleRig rig;

  @BeforeAll
  static void start() throws Exception {
    rig = new AnsibleRig(folder);
    rig.artifacts().seed("1.4.1");
    rig.artifacts().seed("1.4.2");
  }

  @AfterAll
  static void stop() {
    rig.close();
  }

  @BeforeEach
  void install() throws Exception {
    rig.install("1.4.1", "1.4.0");
  }

  @Test
  void aDeployChangesWhatTheServicesAnswer() throws Exception {
    assertThat(rig.host(1).serving("backend")).isEqualTo("1.4.1");
    AnsibleRun run =
        rig.playbook("deploy-production.yml", "--limit", "web-1", "-e", "target_version=1.4.2");
    assertThat(run.rc()).as(run.output()).isZero();
    assertThat(run.recap()).containsOnlyKeys("web-1");
    assertThat(rig.host(1).serving("backend")).isEqualTo("1.4.2");
    assertThat(rig.host(1).serving("frontend")).isEqualTo("1.4.2");
    assertThat(rig.host(2).serving("backend")).isEqualTo("1.4.1");

    rig.host(2).unhealthy("backend", "all");
    rig.host(3).kill("frontend");
    assertThat(rig.host(3).serving("frontend")).isEmpty();
    rig.host(1).sshd().goDown();
    AnsibleRun health = rig.playbook("health.yml", "-e", "health_retries=1");
    assertThat(health.count("web-1", "unreachable")).isEqualTo(1);
    assertThat(health.count("web-2", "failed")).isEqualTo(1);
    assertThat(health.output()).contains("shop-frontend.service is inactive");
  }

  @Test
  void eachHostIsAUserOfItsOwnWithFoldersAndServicesOfItsOwn() throws Exception {
    RigUsers.require();
    Files.writeString(
        rig.directory().resolve("who.yml"),
        """
        - hosts: app
          gather_facts: false
          tasks:
            - ansible.builtin.command: id -un
              register: me
            - ansible.builtin.command: head -n 1 {{ hostvars[item].app_root }}/opt/shop/version.txt
              loop: "{{ groups.app }}"
              register: files
              ignore_errors: true
            - ansible.builtin.command: systemctl restart shop-backend.service
            - ansible.builtin.debug:
                msg: "{{ me.stdout }} reads {{ files.results | rejectattr('failed') | map(attribute='item') | join(' ') }}"
        """);
    AnsibleRun run = rig.playbook("who.yml");
    for (AnsibleHost host : rig.hosts()) {
      String user = "signalbox-rig-" + host.name().substring("web-".length());
      assertThat(run.output()).contains("\"" + user + " reads " + host.name() + "\"");
      assertThat(host.process("backend").orElseThrow().info().user()).hasValue(user);
      assertThat(Files.getOwner(host.file("opt/shop/version.txt")).getName()).isEqualTo(user);
    }
  }
}
