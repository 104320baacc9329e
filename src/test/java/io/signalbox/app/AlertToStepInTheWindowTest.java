package io.signalbox.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.signalbox.demo.Scenario;
import io.signalbox.model.AlertInstance;
import io.signalbox.model.Finding;
import io.signalbox.model.NextStep;
import io.signalbox.ui.fixture.Fx;
import io.signalbox.ui.fixture.FxExtension;
import io.signalbox.ui.shell.View;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
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
  private DemoRig demo;
  private WindowRig console;

  @BeforeEach
  void start() throws Exception {
    demo = new DemoRig(Scenario.PRIMARY_OFFLINE, home);
    console = demo.window(LONGEST);
  }

  @AfterEach
  void stop() throws Exception {
    demo.close();
  }

  @Test
  void twoKeysFromTheAlertToWhatTheFirstStepSays(FxRobot robot) {
    Fx.run(() -> console.window.show(View.ALERTS));
    console.until(() -> alert("RunnerOffline") >= 0);
    Fx.run(() -> list().getSelectionModel().clearAndSelect(alert("RunnerOffline")));
    Fx.run(() -> list().requestFocus());

    robot.type(KeyCode.ENTER);
    console.until("Opened for the alert RunnerOffline");
    robot.type(KeyCode.R);
    console.until(() -> console.find(".answer") != null);
    assertThat(Fx.call(console::text))
        .contains("hostname=runner-a")
        .contains("from the alert's label hostname")
        .doesNotContain("not simulated");

    robot.type(KeyCode.J, KeyCode.R);
    console.until("ActiveState=failed");
    console.until("succeeded, verified");
    assertThat(Fx.call(console::text)).contains("on runner-a");
  }

  @Test
  void theFindingThatLedThereIsNamed(FxRobot robot) {
    console.until(
        () -> console.station.hub().latest().findings().stream().anyMatch(this::ofThePrimary));
    console.until(() -> press("Open runbook") || press("more findings") && press("Open runbook"));
    console.until("Opened from the finding: ");
    assertThat(Fx.call(console::text).lines())
        .filteredOn(line -> line.startsWith("Opened from the finding: "))
        .singleElement()
        .satisfies(line -> assertThat(line).contains("shop-runner-a"));
    robot.type(KeyCode.R);
    console.until(() -> console.find(".answer") != null);
    assertThat(Fx.call(console::text)).contains("hostname=runner-a");
  }

  private ListView<?> list() {
    return (ListView<?>) Objects.requireNonNull(console.find(".alert-list"));
  }

  private int alert(String name) {
    if (!(console.find(".alert-list") instanceof ListView<?> all)) {
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
    for (Node node : console.window.scene().getRoot().lookupAll(".button")) {
      if (node instanceof Button button
          && button.isVisible()
          && String.valueOf(button.getText()).contains(words)) {
        button.fire();
        return true;
      }
    }
    return false;
  }
}
