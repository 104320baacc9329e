package io.signalbox.remote.durable;

import static org.assertj.core.api.Assertions.assertThat;

import io.signalbox.interlock.Permit;
import io.signalbox.interlock.Plan;
import io.signalbox.interlock.RemoteCommand;
import io.signalbox.rig.DurableRig;
import io.signalbox.rig.Permits;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A console that has the lock and sleeps before it starts its run, on two real servers. */
class FenceTest {
  private static final Duration LIMIT = Duration.ofMinutes(5);

  @TempDir Path folder;
  private DurableRig rig;
  private DurableRuns awake;
  private RunLauncher sleeper;
  private RunOrder order;

  @BeforeEach
  void theSleeperHasTheLock() throws Exception {
    rig = new DurableRig(folder);
    awake = rig.runs("box-b");
    sleeper = new RunLauncher(new ScriptCalls(rig.shell("box-b")), Waiting.real());
    long token = awake.survey("box-a").lastToken() + 1;
    RunMeta meta = DurableRig.meta("R1", "box-a", token, "touch", marker().toString());
    order = new RunOrder(meta, LIMIT);
    assertThat(sleeper.hold(control(), order)).isInstanceOf(StartAnswer.Running.class);
    assertThat(awake.survey("box-b").held()).isTrue();
  }

  @AfterEach
  void stop() throws Exception {
    sleeper.release(control(), "R1");
    rig.close();
  }

  private Path marker() {
    return folder.resolve("marker");
  }

  private RunPlace control() {
    return RunPlace.of("box-b", rig.controlFolder().toString(), "shop");
  }

  private void wokenUpItIsRefused() throws Exception {
    StartAnswer late = sleeper.start(RunPlace.of("box-a", "", "shop"), order, "");
    assertThat(late).isInstanceOf(StartAnswer.Refused.class);
    assertThat(((StartAnswer.Refused) late).words()).contains("is stale");
    assertThat(marker()).doesNotExist();
  }

  @Test
  void F53_whoseLockWasBrokenStartsNothingWhenItWakes() throws Exception {
    Fence fence = new Fence("box-a", "R1", order.meta().token());
    RemoteCommand breaking = DurableRuns.breakCommand("box-b", "R1");
    Permits permits = new Permits(rig.profile("box-b"));
    Plan plan =
        permits.plan("break-lock", List.of("box-b", "box-a"), List.of(fence.command(), breaking));
    Permit permit = permits.permit(plan);
    awake.breakLock(permit, plan, "box-b", "R1", fence);
    assertThat(rig.startNext(awake, "R2", "box-b", "true")).isInstanceOf(StartAnswer.Running.class);
    wokenUpItIsRefused();
  }

  @Test
  void F54_whoseLockWasGivenUpStartsNothingEither() throws Exception {
    assertThat(awake.heldBy("R1").orElse("")).contains("held by ana");
    assertThat(awake.heldBy("R7")).isEmpty();
    awake.forgo("R7");
    assertThat(awake.survey("box-b").held()).isTrue();
    awake.forgo("R1");
    assertThat(awake.survey("box-b").held()).isFalse();
    wokenUpItIsRefused();
  }

  @Test
  void aRunThatHasBegunIsNotTouchedByIt() throws Exception {
    assertThat(sleeper.start(RunPlace.of("box-a", "", "shop"), order, ""))
        .isInstanceOf(StartAnswer.Running.class);
    awake.forgo("R1");
    DurableRig.Kept kept = new DurableRig.Kept();
    assertThat(awake.follow("box-a", "R1", kept, LIMIT).exitCode()).isZero();
    assertThat(marker()).exists();
  }
}
