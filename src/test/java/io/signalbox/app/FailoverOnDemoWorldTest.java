package io.signalbox.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.signalbox.demo.Scenario;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** In the demo world a failover really lets the waiting deployment run on the stand-in. */
class FailoverOnDemoWorldTest {
  private static final String B = "shop-runner-b";

  @TempDir Path home;

  private static Run confirmed(DemoRig demo, String... more) {
    List<String> words =
        new ArrayList<>(
            List.of("--json", "--confirm", "production/" + B, "--reason", "drill", "--unlock"));
    words.addAll(List.of(more));
    return demo.verb("failover", words.toArray(String[]::new));
  }

  @Test
  void theDeployThatWaitsForThePrimaryRunsOnTheStandIn() throws Exception {
    try (DemoRig demo = new DemoRig(Scenario.PRIMARY_OFFLINE, home)) {
      Run before = demo.verb("status", "--json");
      assertThat(before.out()).contains("failover-suggested").contains("--to " + B);
      Run failover = confirmed(demo);
      assertThat(failover.code()).as(failover.out() + failover.err()).isZero();
      assertThat(demo.world.fleet().runningJob(B)).contains("Deploy to production");
      assertThat(demo.world.fleet().labels("shop-runner-a")).doesNotContain("primary");
      assertThat(demo.verb("status", "--json").out()).contains("failback-owed");
    }
  }

  @Test
  void theStuckDeployIsRunAgainOnceTheBusyPrimaryIsAccepted() throws Exception {
    try (DemoRig demo = new DemoRig(Scenario.STUCK_DEPLOY, home)) {
      Run refused = confirmed(demo);
      assertThat(refused.code()).as(refused.out()).isEqualTo(3);
      assertThat(refused.out()).contains("busy: shop-runner-a is busy");
      Run failover = confirmed(demo, "--override", "busy", "--no-stop-service", "--rerun-stuck");
      assertThat(failover.code()).as(failover.out() + failover.err()).isZero();
      assertThat(demo.world.fleet().runningJob(B)).contains("Deploy to production");
      assertThat(demo.world.fleet().runningJob("shop-runner-a")).contains("Rebuild search index");
    }
  }
}
