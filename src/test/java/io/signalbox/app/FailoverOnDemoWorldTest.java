package io.signalbox.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.signalbox.demo.DemoOptions;
import io.signalbox.demo.DemoWorld;
import io.signalbox.demo.Scenario;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** In the demo world a failover really lets the waiting deployment run on the stand-in. */
class FailoverOnDemoWorldTest {
  private static final String B = "shop-runner-b";

  @TempDir Path home;

  private Run verb(DemoWorld world, String verb, String... more) {
    Surroundings surroundings = Surroundings.ofThisProcess().at(home);
    List<String> words =
        new ArrayList<>(List.of(verb, "--profile", world.profile().toString(), "--json"));
    words.addAll(List.of(more));
    return Run.of(surroundings, words.toArray(String[]::new));
  }

  private Run confirmed(DemoWorld world, String... more) {
    List<String> words =
        new ArrayList<>(List.of("--confirm", "production/" + B, "--reason", "drill", "--unlock"));
    words.addAll(List.of(more));
    return verb(world, "failover", words.toArray(String[]::new));
  }

  @Test
  void theDeployThatWaitsForThePrimaryRunsOnTheStandIn() throws Exception {
    try (DemoWorld world =
        DemoWorld.start(new DemoOptions(Scenario.PRIMARY_OFFLINE, 5, Clock.systemUTC(), home))) {
      Run before = verb(world, "status");
      assertThat(before.out()).contains("failover-suggested").contains("--to " + B);
      Run failover = confirmed(world);
      assertThat(failover.code()).as(failover.out() + failover.err()).isZero();
      assertThat(world.fleet().runningJob(B)).contains("Deploy to production");
      assertThat(world.fleet().labels("shop-runner-a")).doesNotContain("primary");
      assertThat(verb(world, "status").out()).contains("failback-owed");
    }
  }

  @Test
  void theStuckDeployIsRunAgainOnceTheBusyPrimaryIsAccepted() throws Exception {
    try (DemoWorld world =
        DemoWorld.start(new DemoOptions(Scenario.STUCK_DEPLOY, 5, Clock.systemUTC(), home))) {
      Run refused = confirmed(world);
      assertThat(refused.code()).as(refused.out()).isEqualTo(3);
      assertThat(refused.out()).contains("busy: shop-runner-a is busy");
      Run failover = confirmed(world, "--override", "busy", "--no-stop-service", "--rerun-stuck");
      assertThat(failover.code()).as(failover.out() + failover.err()).isZero();
      assertThat(world.fleet().runningJob(B)).contains("Deploy to production");
      assertThat(world.fleet().runningJob("shop-runner-a")).contains("Rebuild search index");
    }
  }
}
