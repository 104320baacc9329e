package io.signalbox.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.signalbox.demo.Scenario;
import io.signalbox.model.RunnerRole;
import io.signalbox.model.RunnerState;
import io.signalbox.model.RunnerTruth;
import io.signalbox.snapshot.Snapshot;
import io.signalbox.ui.fixture.Fx;
import io.signalbox.ui.fixture.FxExtension;
import java.nio.file.Path;
import java.time.Duration;
import javafx.scene.control.Button;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;

/** The whole way in the window, on the demo world: from the red tile to the proved restart. */
@ExtendWith(FxExtension.class)
class RestartInTheWindowTest {
  private static final Duration LONGEST = Duration.ofSeconds(60);

  @TempDir Path home;
  private DemoRig demo;
  private WindowRig console;
  private String primary;

  @BeforeEach
  void start() throws Exception {
    demo = new DemoRig(Scenario.PRIMARY_OFFLINE, home);
    console = demo.window(LONGEST);
    primary = primary(console.station.hub().latest()).name();
  }

  @AfterEach
  void stop() throws Exception {
    demo.close();
  }

  @Test
  void refused_while_read_only_then_unlocked_typed_run_and_proved(FxRobot robot) {
    console.until("shop-runner-a is offline");
    Fx.run(() -> console.window.select(primary));
    press(robot, "Restart service…");
    console.until("Refused by: actions must be unlocked");
    assertThat(console.find(".confirm-button").isVisible()).isFalse();

    press(robot, "Unlock…");
    robot.write("primary is down");
    robot.clickOn("Unlock 15 minutes");
    console.until(() -> console.find(".typed-field") != null);

    Button confirm = (Button) console.find(".confirm-button");
    console.write(".typed-field", "production/shop-runner-b");
    console.write(".reason-field", "primary is down");
    console.until("Type production/" + primary + " to go on");
    assertThat(confirm.isDisabled()).isTrue();
    assertThat(demo.world.fleet().online(primary)).isFalse();

    console.write(".typed-field", "production/" + primary);
    console.until(() -> !confirm.isDisabled());
    robot.clickOn(confirm);
    console.until(() -> console.said(".verdict").contains("succeeded, verified"));
    assertThat(demo.world.fleet().online(primary)).isTrue();

    Fx.run(console.window::closeOverlays);
    await().atMost(LONGEST).until(() -> up(primary(console.station.hub().latest())));
    console.until(
        () ->
            !console.said(".headline").isEmpty() && !console.said(".headline").contains("offline"));
  }

  private static boolean up(RunnerTruth runner) {
    return runner.state() == RunnerState.ONLINE || runner.state() == RunnerState.BUSY;
  }

  private static RunnerTruth primary(Snapshot snapshot) {
    return snapshot.runners().stream()
        .filter(runner -> runner.role() == RunnerRole.PRIMARY)
        .findFirst()
        .orElseThrow();
  }

  private void press(FxRobot robot, String text) {
    console.until(text);
    robot.clickOn(text);
  }
}
