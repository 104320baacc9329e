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
      AnsibleRun run = rig.playbook("deploy-production.yml", "-e", "target_version=1.4.2");
      assertThat(run.rc()).as(run.output()).isZero();
      assertThat(run.recap()).containsOnlyKeys("web-1", "web-2", "web-3");
      assertThat(rig.hosts())
          .allSatisfy(host -> assertThat(host.serving("backend")).isEqualTo("1.4.2"))
          .allSatisfy(host -> assertThat(host.serving("frontend")).isEqualTo("1.4.2"));
    }
  }
}
