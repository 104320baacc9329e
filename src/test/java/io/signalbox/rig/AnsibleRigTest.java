package io.signalbox.rig;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The rig itself: real ansible changes what real processes serve. */
class AnsibleRigTest {
  @TempDir Path folder;

  @Test
  void aDeployChangesWhatTheServicesAnswer() throws Exception {
    try (AnsibleRig rig = new AnsibleRig(folder)) {
      rig.artifacts().seed("1.4.1");
      rig.artifacts().seed("1.4.2");
      rig.install("1.4.1", "1.4.0");
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
      rig.host(1).sshd().comeBack();
      assertThat(health.count("web-1", "unreachable")).isEqualTo(1);
      assertThat(health.count("web-2", "failed")).isEqualTo(1);
      assertThat(health.output()).contains("shop-frontend.service is inactive");
    }
  }
}
