package io.signalbox.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.signalbox.procedure.ShippedRunbooks;
import io.signalbox.profile.Profile;
import io.signalbox.profile.read.ProfileReader;
import io.signalbox.rig.DurableRig;
import io.signalbox.rig.FakeService;
import io.signalbox.rig.ProfileFixture;
import io.signalbox.runbook.Runbook;
import io.signalbox.runbook.StepState;
import io.signalbox.ui.fixture.Fx;
import io.signalbox.ui.fixture.FxExtension;
import io.signalbox.ui.shell.FrameMark;
import io.signalbox.ui.shell.View;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;

/** A shipped runbook worked through in the window by keys, on a real sshd. */
@ExtendWith(FxExtension.class)
class RunbookInTheWindowTest {
  private static final Duration LONGEST = Duration.ofSeconds(90);
  private static final int LOOK = 2;

  @TempDir Path home;
  private final Runbook runbook = ShippedRunbooks.read("runner-offline.md");
  private DurableRig hosts;
  private FakeService service;
  private WindowRig console;

  @BeforeEach
  void start() throws Exception {
    hosts = new DurableRig(home.resolve("rig"));
    service = new FakeService(hosts.first(), home.resolve("service"));
    console =
        new WindowRig(profile(), Surroundings.ofThisProcess().at(home), FrameMark.NONE, LONGEST);
    Fx.run(() -> console.window.show(View.RUNBOOKS));
  }

  private Profile profile() throws IOException {
    Path file =
        Files.writeString(home.resolve("profile.yaml"), hosts.profileText("http://127.0.0.1:1"));
    return Objects.requireNonNull(new ProfileReader(home).read(file).profile());
  }

  @AfterEach
  void stop() throws Exception {
    console.close();
    hosts.close();
  }

  @Test
  void aLookRunsByOneKeyAndAChangeByItsCardAndBothAreKept(FxRobot robot) {
    console.until(() -> console.find(".shelf-cell") != null);
    robot.type(KeyCode.DIGIT4);
    robot.type(KeyCode.DOWN, KeyCode.DOWN, KeyCode.ENTER);
    console.until(() -> console.said(".reader-title").equals(runbook.title()));

    robot.type(KeyCode.J, KeyCode.J);
    console.until(() -> console.find(".gap-field") != null);
    console.write(".gap-field", ProfileFixture.UNIT);
    robot.type(KeyCode.R);
    console.until("ActiveState=active");
    console.until("succeeded, verified");
    await().atMost(LONGEST).until(() -> kept(LOOK) == StepState.OK);

    int restart = restart();
    for (int step = LOOK; step < restart; step++) {
      robot.type(KeyCode.J);
    }
    robot.type(KeyCode.R);
    console.until(() -> console.find(".confirm-button") != null);
    if (console.find(".typed-field") != null) {
      console.write(".typed-field", "shop/box-a");
      console.write(".reason-field", "drill");
    }
    Button confirm = (Button) Objects.requireNonNull(console.find(".confirm-button"));
    console.until(() -> !confirm.isDisabled());
    robot.clickOn(confirm);
    console.until(() -> console.said(".verdict").startsWith("succeeded, verified"));
    Fx.run(console.window::closeOverlays);
    await().atMost(LONGEST).until(() -> kept(restart) == StepState.OK);
    console.until("run again?");
    assertThat(service.calls()).content().contains("restart " + ProfileFixture.UNIT);
  }

  private int restart() {
    return runbook.steps().stream()
        .filter(step -> step.heading().startsWith("Restart"))
        .findFirst()
        .orElseThrow()
        .number();
  }

  private StepState kept(int number) {
    return console
        .station
        .procedure()
        .progress()
        .load("runner-offline.md", runbook)
        .state(runbook.step(number).orElseThrow());
  }
}
