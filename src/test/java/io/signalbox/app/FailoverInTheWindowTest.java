package io.signalbox.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.signalbox.demo.Scenario;
import io.signalbox.model.WorkflowRun;
import io.signalbox.profile.FailoverProfile;
import io.signalbox.profile.Profile;
import io.signalbox.rig.Profiles;
import io.signalbox.ui.fixture.Fx;
import io.signalbox.ui.fixture.FxExtension;
import io.signalbox.ui.theme.Theme;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import javafx.scene.control.Button;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;

/**
 * The whole failover in the window, on the demo world: from the prepared plan to the deploy that
 * runs on the stand-in, and all the way back until nothing is owed. A picture of each stage goes to
 * target/failover-walk.
 */
@ExtendWith(FxExtension.class)
class FailoverInTheWindowTest {
  private static final Duration LONGEST = Duration.ofSeconds(120);
  private static final Path PICTURES =
      Path.of(System.getProperty("project.directory", "."), "target", "failover-walk");
  private static final String A = "shop-runner-a";
  private static final String B = "shop-runner-b";

  @TempDir Path home;
  private DemoRig demo;
  private Profile profile;
  private WindowRig console;

  @BeforeEach
  void start() throws Exception {
    demo = new DemoRig(Scenario.PRIMARY_OFFLINE, home);
    profile = watched(demo.profile());
    console = demo.window(profile, LONGEST);
    Fx.run(() -> console.window.theme(Theme.DARK));
  }

  /** With two guardrails, one of which is breached from the beginning, so that it asks. */
  private static Profile watched(Profile one) {
    FailoverProfile.Guardrail tight =
        new FailoverProfile.Guardrail(
            "CPU of the busiest", "max by (runner_name) (runner_cpu_usage_percent)", 1.0, null);
    FailoverProfile.Guardrail wide =
        new FailoverProfile.Guardrail(
            "disk of the fullest", "max by (runner_name) (runner_disk_usage_percent)", 99.0, null);
    return Profiles.with(
        one,
        new FailoverProfile(
            one.failover().limits(),
            one.failover().reachability(),
            "maintenance.yml", // the demo's one workflow whose only job asks for the role
            List.of(tight, wide)));
  }

  @AfterEach
  void stop() throws Exception {
    demo.close();
  }

  @Test
  void from_the_prepared_plan_to_the_deploy_on_the_stand_in_and_all_the_way_back(FxRobot robot)
      throws Exception {
    console.until("A failover from shop-runner-a to shop-runner-b is prepared");
    picture("1-alarm");
    console.fire(".alarm-seen");
    console.fire(".step-button");
    console.until("A failover to shop-runner-b is prepared");
    picture("2-prepared");

    console.fire(".prepared");
    console.until("Refused by: actions must be unlocked");
    console.press("Unlock…");
    robot.write("primary is gone");
    console.press("Unlock 15 minutes");
    confirm("production/" + B, "primary is gone", "3-card");
    goOn("4-asked");
    picture("4-running");
    console.until(() -> console.said(".verdict").contains("succeeded, verified"));
    picture("5-verified");
    assertThat(demo.world.fleet().runningJob(B)).contains("Deploy to production");
    assertThat(demo.world.fleet().labels(A)).doesNotContain("primary");
    assertThat(demo.world.fleet().labels(B)).contains("primary");

    Fx.run(console.window::closeOverlays);
    console.until("A failback is owed");
    picture("6-debt");

    demo.world.fleet().restartService(A);
    console.until(A + " can take it back");
    endsAllWork();
    console.until(
        () ->
            demo.world.fleet().runningJob(B).isEmpty()
                && !console.station.hub().latest().runner(B).orElseThrow().busy());
    console.fire(".failback");
    console.until("Fail back 1 role to " + A);
    confirm("production/" + A, "primary is back", "7-failback");
    goOn("8-asked-again");
    console.until(() -> console.said(".verdict").contains("succeeded, verified"));
    picture("8-back");
    assertThat(demo.world.fleet().labels(A)).contains("primary");
    assertThat(demo.world.fleet().labels(B)).doesNotContain("primary").contains("secondary");
    assertThat(demo.world.fleet().runningJob(A)).isPresent();

    Fx.run(console.window::closeOverlays);
    console.until(A + " has the deploying role");
    console.until(() -> robot.lookup("A failback is owed").tryQuery().isEmpty());
    picture("9-debt-gone");
  }

  /** Somebody cancels on GitHub whatever waits or runs. */
  private void endsAllWork() throws Exception {
    String api = Objects.requireNonNull(profile.sources().github()).api().toString();
    String token = Files.readString(demo.world.home().resolve("token")).strip();
    try (HttpClient http = HttpClient.newHttpClient()) {
      for (WorkflowRun run : console.station.hub().latest().runs()) {
        if (!run.completed()) {
          URI cancel = URI.create(api + "/repos/acme/shop/actions/runs/" + run.id() + "/cancel");
          HttpRequest request =
              HttpRequest.newBuilder(cancel)
                  .header("Authorization", "Bearer " + token)
                  .header("User-Agent", "test")
                  .POST(HttpRequest.BodyPublishers.noBody())
                  .build();
          var _ = http.send(request, HttpResponse.BodyHandlers.discarding());
        }
      }
    }
  }

  private void confirm(String target, String reason, String picture) {
    console.until(() -> console.find(".typed-field") != null);
    console.write(".typed-field", target);
    console.write(".reason-field", reason);
    Button confirm =
        (Button) Objects.requireNonNull(Fx.call(() -> console.find(".confirm-button")));
    console.until(() -> !confirm.isDisabled());
    picture(picture);
    Fx.run(confirm::fire);
  }

  /** A guardrail is breached before anything was changed: the run asks, and is told to go on. */
  private void goOn(String picture) {
    console.until(
        () ->
            console.find(".answer-go-on") instanceof Button button
                && button.getParent().getParent().getParent().isVisible()
                && !button.isDisabled());
    assertThat(console.said(".verdict")).isEqualTo("stands still and asks");
    picture(picture);
    console.fire(".answer-go-on");
  }

  private void picture(String name) {
    Fx.picture(console.window.scene(), PICTURES.resolve(name + ".png"));
  }
}
