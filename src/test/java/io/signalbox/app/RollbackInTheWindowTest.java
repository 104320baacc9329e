package io.signalbox.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.signalbox.demo.Scenario;
import io.signalbox.ui.fixture.Fx;
import io.signalbox.ui.fixture.FxExtension;
import io.signalbox.ui.shell.View;
import io.signalbox.ui.theme.Theme;
import java.nio.file.Path;
import java.time.Duration;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.TextField;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The whole way back in the window, on the demo's control host: preview, confirm, run, verify. */
@ExtendWith(FxExtension.class)
class RollbackInTheWindowTest {
  private static final Duration LONGEST = Duration.ofSeconds(120);

  /** Times in these pictures are real ones, so they are kept only where a folder is named. */
  private static final Path SHOTS = Path.of(System.getProperty("walk.shots", "target/walk"));

  @TempDir Path home;
  private DemoRig demo;
  private WindowRig console;

  @BeforeEach
  void start() throws Exception {
    demo = new DemoRig(Scenario.CALM, home);
    console = demo.window(LONGEST);
    Fx.run(
        () -> {
          console.window.theme(Theme.DARK);
          console.window.show(View.ROLLBACK);
        });
  }

  @AfterEach
  void stop() throws Exception {
    demo.close();
  }

  @Test
  void previewed_confirmed_run_and_proved() {
    console.until("as declared");
    console.press("2.8.0");
    console.until("nothing speaks against it");
    console.write(".incident-text", "INC-7");
    console.write(".why-text", "checkout fails");
    shot("1-page");

    console.press("Preview 2.8.0");
    console.until(() -> verdict().equals("succeeded, verified"));
    shot("2-preview-run");
    Fx.run(console.window::closeOverlays);
    console.until("Preview covers 14 of 17 tasks; 3 cannot be predicted");
    console.until("valid: for");
    shot("3-preview");

    console.press("Roll back production to 2.8.0…");
    allowed();
    console.write(".typed-field", "production/2.8.0");
    console.write(".reason-field", "checkout fails");
    console.until(
        () ->
            console.find(".confirm-button") instanceof ButtonBase confirm && !confirm.isDisabled());
    shot("4-card");
    console.fire(".confirm-button");

    console.until("tasks done");
    shot("5-run");
    console.until(() -> !verdict().isEmpty() && !verdict().equals("running"));
    assertThat(Fx.call(this::verdict)).isEqualTo("succeeded, verified");
    console.until("17 of 17 tasks done");
    console.until("Health afterwards");
    shot("6-verified");

    Fx.run(console.window::closeOverlays);
    console.press("Read again");
    console.until("2.8.0 is the version that runs already");
  }

  /** Unlocks, and overrides the demo's own deployment where one is under way. */
  private void allowed() {
    console.until(() -> console.find(".plan-card") != null);
    if (Fx.call(() -> console.shows("Unlock…"))) {
      console.press("Unlock…");
      console.until("Unlock 15 minutes");
      Fx.run(() -> focused("checkout fails"));
      console.press("Unlock 15 minutes");
    }
    console.until(
        () -> console.find(".typed-field") != null || console.find(".override-open") != null);
    if (Fx.call(() -> console.find(".override-open") != null)) {
      console.fire(".override-open");
      console.write(".override-reason", "it deploys nothing that is rolled back");
      console.fire(".override-button");
    }
    console.until(() -> console.find(".typed-field") != null);
  }

  private void focused(String text) {
    ((TextField) console.window.scene().getFocusOwner()).setText(text);
  }

  private String verdict() {
    return console.said(".verdict");
  }

  private void shot(String name) {
    Fx.picture(console.window.scene(), SHOTS.resolve("rollback-walk-" + name + ".png"));
  }
}
