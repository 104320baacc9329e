package io.signalbox.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.signalbox.action.ActionRun;
import io.signalbox.action.Desk;
import io.signalbox.action.Intent;
import io.signalbox.action.Verdict;
import io.signalbox.demo.Scenario;
import io.signalbox.interlock.Approval;
import io.signalbox.interlock.Asking;
import io.signalbox.interlock.Plan;
import io.signalbox.model.RoleMove;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One console, one after the other: a failover leaves nothing behind that a restart trips over. */
class RestartAfterFailoverTest {
  private static final String A = "shop-runner-a";
  private static final String B = "shop-runner-b";

  @TempDir Path home;

  private static ActionRun carriedOut(Desk desk, Intent intent) throws Exception {
    Plan plan = desk.propose(intent, Asking.PLAIN).get(1, TimeUnit.MINUTES);
    assertThat(plan.refusals()).as(intent.verb()).isEmpty();
    Approval approval =
        new Approval(plan.hash(), plan.confirmText(), "drill", desk.actor(), plan.createdAt());
    return desk.approve(plan, approval).get(4, TimeUnit.MINUTES);
  }

  @Test
  void theRelievedRunnerIsRestartedAndProved() throws Exception {
    try (DemoRig demo = new DemoRig(Scenario.PRIMARY_OFFLINE, home);
        Station station = new Station(demo.profile(), demo.surroundings)) {
      station.start();
      var _ = station.awaitFirstReadings();
      Desk desk = station.desk();
      desk.unlock("drill");
      ActionRun moved = carriedOut(desk, new Intent.MoveRole(RoleMove.FAILOVER, A, B));
      assertThat(moved.verdict()).as("%s", moved).isEqualTo(Verdict.SUCCEEDED_VERIFIED);
      ActionRun restarted = carriedOut(desk, new Intent.RestartService(A));
      assertThat(restarted.verdict()).as("%s", restarted).isEqualTo(Verdict.SUCCEEDED_VERIFIED);
    }
  }
}
