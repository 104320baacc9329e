package io.signalbox.app;

import static io.signalbox.app.Run.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.signalbox.demo.Scenario;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The verbs rollback, health and attach on the demo's control host. */
class RollbackOnDemoWorldTest {
  @TempDir Path home;
  @AutoClose private DemoRig demo;

  @BeforeEach
  void start() throws Exception {
    demo = new DemoRig(Scenario.CALM, home);
  }

  private Run rollback(String version, String... more) {
    List<String> words = new ArrayList<>(List.of("--json", "--to", version));
    words.addAll(List.of(more));
    return demo.verb("rollback", words.toArray(String[]::new));
  }

  private Run confirmed(String version) {
    return rollback(
        version,
        "--confirm",
        "production/" + version,
        "--reason",
        "checkout fails",
        "--incident",
        "INC-7",
        "--unlock",
        "--override",
        "deployment-in-flight");
  }

  @Test
  void previewConfirmRunVerify() throws Exception {
    assertThat(rollback("2.8.1", "--preview").code()).isEqualTo(3);
    Run none = confirmed("2.8.0");
    assertThat(none.code()).as(none.out() + none.err()).isEqualTo(3);
    assertThat(json(none).get("error").asString()).contains("preview:");
    Run preview = rollback("2.8.0", "--preview");
    assertThat(preview.code()).as(preview.out() + preview.err()).isZero();
    assertThat(json(preview).get("headline").asString())
        .isEqualTo("Preview covers 14 of 17 tasks; 3 cannot be predicted");
    Run run = confirmed("2.8.0");
    assertThat(run.code()).as(run.out() + run.err()).isZero();
    assertThat(json(run).get("verdict").asString()).isEqualTo("SUCCEEDED_VERIFIED");
    assertThat(json(run).get("hosts")).hasSize(3);
    Run attached = demo.verb("attach", json(run).get("run").asString());
    assertThat(attached.code()).as(attached.out() + attached.err()).isZero();
    assertThat(confirmed("2.8.0").code()).isEqualTo(3);
  }

  @Test
  void theHealthBoardHasEightCategories() throws Exception {
    Run health = demo.verb("health", "--json");
    assertThat(health.code()).as(health.out() + health.err()).isZero();
    assertThat(json(health).get("categories")).hasSize(8);
    assertThat(json(health).get("categories").get(0).get("state").asString()).isEqualTo("ok");
    assertThat(json(health).get("categories").get(4).get("state").asString())
        .isEqualTo("not-configured");
  }
}
