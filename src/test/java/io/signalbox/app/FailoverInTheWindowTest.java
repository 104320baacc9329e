package io.signalbox.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.signalbox.demo.DemoOptions;
import io.signalbox.demo.DemoWorld;
import io.signalbox.demo.Scenario;
import io.signalbox.model.WorkflowRun;
import io.signalbox.notice.Notifier;
import io.signalbox.profile.FailoverProfile;
import io.signalbox.profile.Profile;
import io.signalbox.profile.read.ProfileReader;
import io.signalbox.ui.fixture.Fx;
import io.signalbox.ui.fixture.FxExtension;
import io.signalbox.ui.kit.Pictures;
import io.signalbox.ui.shell.ConsoleWindow;
import io.signalbox.ui.theme.Theme;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
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
  private DemoWorld world;
  private Station station;
  private Profile profile;
  private ConsoleWindow window;

  @BeforeEach
  void start() throws Exception {
    world = DemoWorld.start(new DemoOptions(Scenario.PRIMARY_OFFLINE, 5, Clock.systemUTC(), home));
    profile =
        watched(Objects.requireNonNull(new ProfileReader(home).read(world.profile()).profile()));
    station = new Station(profile, Surroundings.ofThisProcess().at(home));
    station.start();
    var _ = station.awaitFirstReadings();
    Fx.run(
        () -> {
          Stage stage = new Stage();
          stage.setX(0);
          stage.setY(0);
          window =
              new ConsoleWindow(
                  DesktopWindow.context(
                      station, profile, DesktopStart.DEMO, List.of(), Notifier.NONE));
          window.theme(Theme.DARK);
          window.show(stage);
        });
  }

  /** With two guardrails, one of which is breached from the beginning, so that it asks. */
  private static Profile watched(Profile one) {
    FailoverProfile.Guardrail tight =
        new FailoverProfile.Guardrail(
            "CPU of the busiest", "max by (runner_name) (runner_cpu_usage_percent)", 1.0, null);
    FailoverProfile.Guardrail wide =
        new FailoverProfile.Guardrail(
            "disk of the fullest", "max by (runner_name) (runner_disk_usage_percent)", 99.0, null);
    return new Profile(
        one.file(),
        one.environment(),
        one.sources(),
        one.ssh(),
        one.signals(),
        one.thresholds(),
        one.hosts(),
        one.runners(),
        one.control(),
        one.freeze(),
        one.runbooks(),
        one.deployment(),
        new FailoverProfile(
            one.failover().limits(),
            one.failover().reachability(),
            "maintenance.yml", // the demo's one workflow whose only job asks for the role
            List.of(tight, wide)),
        one.rollback(),
        one.health());
  }

  @AfterEach
  void stop() throws Exception {
    Fx.run(window::close);
    station.close();
    world.close();
  }

  @Test
  void from_the_prepared_plan_to_the_deploy_on_the_stand_in_and_all_the_way_back(FxRobot robot)
      throws Exception {
    until(robot, "A failover from shop-runner-a to shop-runner-b is prepared");
    picture("1-alarm");
    fire(".alarm-seen");
    fire(".step-button");
    until(robot, "A failover to shop-runner-b is prepared");
    picture("2-prepared");

    fire(".prepared");
    until(robot, "Refused by: actions must be unlocked");
    fire(robot, "Unlock…");
    robot.write("primary is gone");
    fire(robot, "Unlock 15 minutes");
    confirm("production/" + B, "primary is gone", "3-card");
    goOn("4-asked");
    picture("4-running");
    until(() -> said(".verdict").contains("succeeded, verified"));
    picture("5-verified");
    assertThat(world.fleet().runningJob(B)).contains("Deploy to production");
    assertThat(world.fleet().labels(A)).doesNotContain("primary");
    assertThat(world.fleet().labels(B)).contains("primary");

    Fx.run(window::closeOverlays);
    until(robot, "A failback is owed");
    picture("6-debt");

    world.fleet().restartService(A);
    until(robot, A + " can take it back");
    endsAllWork();
    until(
        () ->
            world.fleet().runningJob(B).isEmpty()
                && !station.hub().latest().runner(B).orElseThrow().busy());
    fire(".failback");
    until(robot, "Fail back 1 role to " + A);
    confirm("production/" + A, "primary is back", "7-failback");
    goOn("8-asked-again");
    until(() -> said(".verdict").contains("succeeded, verified"));
    picture("8-back");
    assertThat(world.fleet().labels(A)).contains("primary");
    assertThat(world.fleet().labels(B)).doesNotContain("primary").contains("secondary");
    assertThat(world.fleet().runningJob(A)).isPresent();

    Fx.run(window::closeOverlays);
    until(robot, A + " has the deploying role");
    until(() -> robot.lookup("A failback is owed").tryQuery().isEmpty());
    picture("9-debt-gone");
  }

  /** Somebody cancels on GitHub whatever waits or runs. */
  private void endsAllWork() throws Exception {
    String api = Objects.requireNonNull(profile.sources().github()).api().toString();
    String token = Files.readString(world.home().resolve("token")).strip();
    try (HttpClient http = HttpClient.newHttpClient()) {
      for (WorkflowRun run : station.hub().latest().runs()) {
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
    until(() -> window.scene().lookup(".typed-field") != null);
    write(".typed-field", target);
    write(".reason-field", reason);
    Button confirm = (Button) Fx.call(() -> find(".confirm-button"));
    until(() -> !confirm.isDisabled());
    picture(picture);
    Fx.run(confirm::fire);
  }

  /** A guardrail is breached before anything was changed: the run asks, and is told to go on. */
  private void goOn(String picture) {
    until(
        () ->
            window.scene().lookup(".answer-go-on") instanceof Button button
                && button.getParent().getParent().getParent().isVisible()
                && !button.isDisabled());
    assertThat(said(".verdict")).isEqualTo("stands still and asks");
    picture(picture);
    fire(".answer-go-on");
  }

  private void picture(String name) {
    Fx.run(
        () -> {
          try {
            Pictures.write(window.scene(), PICTURES.resolve(name + ".png"));
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
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

  private void fire(String selector) {
    until(() -> window.scene().lookup(selector) != null);
    Fx.run(() -> ((Button) find(selector)).fire());
  }

  private static void fire(FxRobot robot, String text) {
    until(robot, text);
    Button button =
        robot
            .lookup((Node node) -> node instanceof Button one && text.equals(one.getText()))
            .query();
    Fx.run(button::fire);
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
