package io.signalbox.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.signalbox.demo.DemoOptions;
import io.signalbox.demo.DemoWorld;
import io.signalbox.demo.Scenario;
import io.signalbox.model.RunnerRole;
import io.signalbox.model.RunnerState;
import io.signalbox.model.RunnerTruth;
import io.signalbox.notice.Notifier;
import io.signalbox.profile.Profile;
import io.signalbox.profile.read.ProfileReader;
import io.signalbox.snapshot.Snapshot;
import io.signalbox.ui.fixture.Fx;
import io.signalbox.ui.fixture.FxExtension;
import io.signalbox.ui.shell.ConsoleWindow;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.stage.Stage;
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
  private DemoWorld world;
  private Station station;
  private ConsoleWindow window;
  private String primary;

  @BeforeEach
  void start() throws Exception {
    world = DemoWorld.start(new DemoOptions(Scenario.PRIMARY_OFFLINE, 5, Clock.systemUTC(), home));
    Profile profile =
        Objects.requireNonNull(new ProfileReader(home).read(world.profile()).profile());
    station = new Station(profile, Surroundings.ofThisProcess().at(home));
    station.start();
    primary = primary(station.awaitFirstReadings()).name();
    Fx.run(
        () -> {
          Stage stage = new Stage();
          stage.setX(0);
          stage.setY(0);
          window =
              new ConsoleWindow(
                  DesktopWindow.context(
                      station, profile, DesktopStart.DEMO, List.of(), Notifier.NONE));
          window.show(stage);
        });
  }

  @AfterEach
  void stop() throws Exception {
    Fx.run(window::close);
    station.close();
    world.close();
  }

  @Test
  void refused_while_read_only_then_unlocked_typed_run_and_proved(FxRobot robot) {
    until(robot, "shop-runner-a is offline");
    Fx.run(() -> window.select(primary));
    press(robot, "Restart service…");
    until(robot, "Refused by: actions must be unlocked");
    assertThat(find(".confirm-button").isVisible()).isFalse();

    press(robot, "Unlock…");
    robot.write("primary is down");
    robot.clickOn("Unlock 15 minutes");
    until(() -> window.scene().lookup(".typed-field") != null);

    Button confirm = (Button) find(".confirm-button");
    write(".typed-field", "production/shop-runner-b");
    write(".reason-field", "primary is down");
    until(robot, "Type production/" + primary + " to go on");
    assertThat(confirm.isDisabled()).isTrue();
    assertThat(world.fleet().online(primary)).isFalse();

    write(".typed-field", "production/" + primary);
    until(() -> !confirm.isDisabled());
    robot.clickOn(confirm);
    until(() -> said(".verdict").contains("succeeded, verified"));
    assertThat(world.fleet().online(primary)).isTrue();

    Fx.run(window::closeOverlays);
    await().atMost(LONGEST).until(() -> up(primary(station.hub().latest())));
    until(() -> !said(".headline").isEmpty() && !said(".headline").contains("offline"));
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

  private String said(String selector) {
    return window.scene().lookup(selector) instanceof Labeled label ? label.getText() : "";
  }

  private Node find(String selector) {
    return Objects.requireNonNull(window.scene().lookup(selector), selector);
  }

  private void write(String selector, String text) {
    Fx.run(() -> ((TextField) find(selector)).setText(text));
  }

  private static void press(FxRobot robot, String text) {
    until(robot, text);
    robot.clickOn(text);
  }

  private static void until(FxRobot robot, String text) {
    until(
        () ->
            robot
                .lookup((Node node) -> node instanceof Labeled said && shows(said, text))
                .tryQuery()
                .isPresent());
  }

  private static boolean shows(Labeled said, String text) {
    return said.getText() != null && said.getText().contains(text);
  }

  private static void until(BooleanSupplier onFx) {
    await().atMost(LONGEST).until(() -> Fx.call(onFx::getAsBoolean));
  }
}
