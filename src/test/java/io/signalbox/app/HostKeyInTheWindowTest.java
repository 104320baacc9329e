package io.signalbox.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.signalbox.demo.Scenario;
import io.signalbox.journal.JournalReader;
import io.signalbox.ui.fixture.Fx;
import io.signalbox.ui.fixture.FxExtension;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javafx.scene.control.Labeled;
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
  private DemoRig demo;
  private WindowRig console;

  @BeforeEach
  void start() throws Exception {
    demo = new DemoRig(Scenario.CALM, home);
    console = demo.window(LONGEST);
  }

  @AfterEach
  void stop() throws Exception {
    demo.close();
  }

  private Path known() {
    return home.resolve("ssh/known_hosts");
  }

  private void openHostKey(FxRobot robot) {
    Fx.run(() -> console.window.proposeRestart(RUNNER));
    console.until("Host key…");
    robot.clickOn("Host key…");
  }

  @Test
  void F37_anUnknownKeyIsRecordedOnlyByItsFingerprintFromElsewhere(FxRobot robot) throws Exception {
    String before = Files.readString(known());
    String others = withoutTheRunners(before);
    Files.writeString(known(), others);
    openHostKey(robot);
    console.until("nobody has agreed to yet");
    String print = fingerprint(robot);
    console.write(".fingerprint-field", "SHA256:" + "A".repeat(43));
    robot.clickOn("Record 1 host key");
    console.until("which is not the fingerprint given");
    assertThat(Files.readString(known())).isEqualTo(others);
    console.write(".fingerprint-field", print);
    robot.clickOn("Record 1 host key");
    console.until("actions must be unlocked");
    assertThat(Files.readString(known()).lines())
        .containsExactlyInAnyOrderElementsOf(before.lines().toList());
    assertThat(Fx.call(() -> console.shows("Host key…"))).as("the plan was made anew").isFalse();
    assertThat(JournalReader.read(demo.surroundings.folders().state()))
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
    demo.world.fleet().changeHostKey("runner-b");
    openHostKey(robot);
    console.until("HAS CHANGED");
    console.until("On file");
    console.until("Presented now");
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
}
