package io.signalbox.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.signalbox.demo.DemoOptions;
import io.signalbox.demo.DemoWorld;
import io.signalbox.demo.Scenario;
import io.signalbox.journal.JournalReader;
import io.signalbox.notice.Notifier;
import io.signalbox.profile.Profile;
import io.signalbox.profile.read.ProfileReader;
import io.signalbox.ui.fixture.Fx;
import io.signalbox.ui.fixture.FxExtension;
import io.signalbox.ui.shell.ConsoleWindow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;

/** A machine that is met for the first time, and one whose key changed, in the window. */
@ExtendWith(FxExtension.class)
class HostKeyInTheWindowTest {
  private static final Duration LONGEST = Duration.ofSeconds(60);
  private static final Pattern FINGERPRINT = Pattern.compile("SHA256:[A-Za-z0-9+/]{43}");
  private static final String RUNNER = "shop-runner-b";

  @TempDir Path home;
  private DemoWorld world;
  private Surroundings surroundings;
  private Station station;
  private ConsoleWindow window;

  @BeforeEach
  void start() throws Exception {
    world = DemoWorld.start(new DemoOptions(Scenario.CALM, 5, Clock.systemUTC(), home));
    Profile profile =
        Objects.requireNonNull(new ProfileReader(home).read(world.profile()).profile());
    surroundings = Surroundings.ofThisProcess().at(home);
    station = new Station(profile, surroundings);
    station.start();
    var _ = station.awaitFirstReadings();
    Fx.run(
        () -> {
          Stage stage = new Stage();
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

  private Path known() {
    return home.resolve("ssh/known_hosts");
  }

  private void openHostKey(FxRobot robot) {
    Fx.run(() -> window.proposeRestart(RUNNER));
    until(robot, "Host key…");
    robot.clickOn("Host key…");
  }

  @Test
  void F37_anUnknownKeyIsRecordedOnlyByItsFingerprintFromElsewhere(FxRobot robot) throws Exception {
    String before = Files.readString(known());
    String others = withoutTheRunners(before);
    Files.writeString(known(), others);
    openHostKey(robot);
    until(robot, "nobody has agreed to yet");
    String print = fingerprint(robot);
    write("SHA256:" + "A".repeat(43));
    robot.clickOn("Record 1 host key");
    until(robot, "which is not the fingerprint given");
    assertThat(Files.readString(known())).isEqualTo(others);
    write(print);
    robot.clickOn("Record 1 host key");
    until(robot, "actions must be unlocked");
    assertThat(Files.readString(known()).lines())
        .containsExactlyInAnyOrderElementsOf(before.lines().toList());
    assertThat(shows(robot, "Host key…")).as("the plan was made anew").isFalse();
    assertThat(JournalReader.read(surroundings.folders().state()))
        .filteredOn(entry -> entry.action().equals("agree-host-key"))
        .extracting(entry -> entry.result())
        .containsExactly("", "NOT_RUN", "", "recorded");
  }

  /** The control host's key stays agreed: its lock is asked before any plan. */
  private String withoutTheRunners(String lines) throws IOException {
    Matcher port =
        Pattern.compile("Host runner-b\\s[^H]*HostName[^H]*Port (\\d+)")
            .matcher(Files.readString(home.resolve("ssh/config")));
    assertThat(port.find()).isTrue();
    return lines
        .lines()
        .filter(line -> !line.contains("]:" + port.group(1) + " "))
        .collect(Collectors.joining("\n", "", "\n"));
  }

  @Test
  void F36_aChangedKeyIsABannerWithBothFingerprintsAndNoWayOn(FxRobot robot) throws Exception {
    String before = Files.readString(known());
    world.fleet().changeHostKey("runner-b");
    openHostKey(robot);
    until(robot, "HAS CHANGED");
    until(robot, "On file");
    until(robot, "Presented now");
    assertThat(robot.lookup(".fingerprint-field").tryQuery()).isEmpty();
    assertThat(robot.lookup("Record 1 host key").tryQuery()).isEmpty();
    assertThat(Files.readString(known())).isEqualTo(before);
  }

  private static String fingerprint(FxRobot robot) {
    return robot.lookup(".host-key-card .mono-text").queryAll().stream()
        .map(node -> FINGERPRINT.matcher(((Labeled) node).getText()))
        .filter(Matcher::find)
        .map(Matcher::group)
        .findFirst()
        .orElseThrow();
  }

  private void write(String text) {
    Fx.run(() -> ((TextField) window.scene().lookup(".fingerprint-field")).setText(text));
  }

  private static boolean shows(FxRobot robot, String text) {
    return robot
        .lookup(
            (Node node) ->
                node instanceof Labeled said
                    && said.isVisible()
                    && said.getText() != null
                    && said.getText().contains(text))
        .tryQuery()
        .isPresent();
  }

  private static void until(FxRobot robot, String text) {
    until(() -> shows(robot, text));
  }

  private static void until(BooleanSupplier onFx) {
    await().atMost(LONGEST).until(() -> Fx.call(onFx::getAsBoolean));
  }
}
