package io.signalbox.app;

import static io.signalbox.app.RollbackRig.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The verb rollback with the stack's own playbook on real ansible-core and three real hosts. */
class RollbackVerbTest {
  @TempDir Path folder;
  private RollbackRig rig;

  private RollbackRig open() throws Exception {
    rig = new RollbackRig(folder);
    rig.ansible().artifacts().seed("1.4.1");
    rig.ansible().artifacts().seed("1.5.0");
    rig.ansible().install("1.5.0", "1.4.1");
    return rig;
  }

  @AfterEach
  void stop() {
    if (rig != null) {
      rig.close();
    }
  }

  @Test
  void withoutAPreviewNothingIsDoneAndWithOneItIsProved() throws Exception {
    open();
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
  }
}
