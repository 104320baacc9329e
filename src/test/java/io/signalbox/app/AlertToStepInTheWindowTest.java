package io.signalbox.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.signalbox.demo.DemoOptions;
import io.signalbox.demo.DemoWorld;
import io.signalbox.demo.Scenario;
import io.signalbox.model.AlertInstance;
import io.signalbox.model.Finding;
import io.signalbox.model.NextStep;
import io.signalbox.notice.Notifier;
import io.signalbox.profile.Profile;
import io.signalbox.profile.read.ProfileReader;
import io.signalbox.ui.fixture.Fx;
import io.signalbox.ui.fixture.FxExtension;
import io.signalbox.ui.shell.ConsoleWindow;
import io.signalbox.ui.shell.View;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.awaitility.core.ConditionTimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;

/** From an alert, and from a finding, to what the first look says: two keys, the demo world. */
@ExtendWith(FxExtension.class)
class AlertToStepInTheWindowTest {
  private static final Duration LONGEST = Duration.ofSeconds(20);

  @TempDir Path home;
  private DemoWorld world;
  private Station station;
  private ConsoleWindow window;

  @BeforeEach
  void start() throws Exception {
    world = DemoWorld.start(new DemoOptions(Scenario.PRIMARY_OFFLINE, 5, Clock.systemUTC(), home));
    Profile profile =
        Objects.requireNonNull(new ProfileReader(home).read(world.profile()).profile());
    station = new Station(profile, Surroundings.ofThisProcess().at(home));
    station.start();
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
  void twoKeysFromTheAlertToWhatTheFirstStepSays(FxRobot robot) {
    Fx.run(() -> window.show(View.ALERTS));
    until(() -> alert("RunnerOffline") >= 0);
    Fx.run(() -> list().getSelectionModel().clearAndSelect(alert("RunnerOffline")));
    Fx.run(() -> list().requestFocus());

    robot.type(KeyCode.ENTER);
    until(() -> text().contains("Opened for the alert RunnerOffline"));
    robot.type(KeyCode.R);
    until(() -> find(".answer") != null);
    assertThat(text())
        .contains("hostname=runner-a")
        .contains("from the alert's label hostname")
        .doesNotContain("not simulated");

    robot.type(KeyCode.J, KeyCode.R);
    until(() -> text().contains("ActiveState=failed"));
    until(() -> text().contains("succeeded, verified"));
    assertThat(text()).contains("on runner-a");
  }

  @Test
  void theFindingThatLedThereIsNamed(FxRobot robot) {
    until(() -> station.hub().latest().findings().stream().anyMatch(this::ofThePrimary));
    until(() -> press("Open runbook") || press("more findings") && press("Open runbook"));
    until(() -> text().contains("Opened from the finding: "));
    assertThat(text().lines())
        .filteredOn(line -> line.startsWith("Opened from the finding: "))
        .singleElement()
        .satisfies(line -> assertThat(line).contains("shop-runner-a"));
    robot.type(KeyCode.R);
    until(() -> find(".answer") != null);
    assertThat(text()).contains("hostname=runner-a");
  }

  private ListView<?> list() {
    return (ListView<?>) Objects.requireNonNull(find(".alert-list"));
  }

  private int alert(String name) {
    if (!(find(".alert-list") instanceof ListView<?> all)) {
      return -1;
    }
    for (int i = 0; i < all.getItems().size(); i++) {
      if (all.getItems().get(i) instanceof AlertInstance alert
          && alert.name().equals(name)
          && alert.labels().containsValue("runner-a")) {
        return i;
      }
    }
    return -1;
  }

  private boolean ofThePrimary(Finding finding) {
    return "shop-runner-a".equals(finding.runner())
        && finding.steps().stream().anyMatch(step -> step.verb() == NextStep.Verb.RUNBOOK);
  }

  /** Presses the first button with these words; false where there is none. */
  private boolean press(String words) {
    for (Node node : window.scene().getRoot().lookupAll(".button")) {
      if (node instanceof Button button
          && button.isVisible()
          && String.valueOf(button.getText()).contains(words)) {
        button.fire();
        return true;
      }
    }
    return false;
  }

  private String text() {
    StringBuilder all = new StringBuilder();
    for (Node node : window.scene().getRoot().lookupAll(".label")) {
      if (node instanceof Labeled label) {
        all.append(label.getText()).append('\n');
      }
    }
    return all.toString();
  }

  private Node find(String selector) {
    return window.scene().lookup(selector);
  }

  private void until(BooleanSupplier onFx) {
    try {
      await().atMost(LONGEST).until(() -> Fx.call(onFx::getAsBoolean));
    } catch (ConditionTimeoutException e) {
      throw new AssertionError("the window says: " + Fx.call(this::text), e);
    }
  }
}
