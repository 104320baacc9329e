package io.signalbox.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.signalbox.profile.Profile;
import io.signalbox.profile.read.ProfileReader;
import io.signalbox.rig.DurableRig;
import io.signalbox.rig.RealPrometheus;
import io.signalbox.rig.ServedExporter;
import io.signalbox.ui.fixture.Fx;
import io.signalbox.ui.fixture.FxExtension;
import io.signalbox.ui.shell.FrameMark;
import io.signalbox.ui.shell.View;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;

/**
 * A runbook of a team's own over two machines: a pane each, then a pause, another console on the
 * same state folder, and on from there. Two real sshd and a real Prometheus.
 */
@ExtendWith(FxExtension.class)
class RunbookResumedInTheWindowTest {
  private static final Duration LONGEST = Duration.ofSeconds(20);
  private static final String TEXT =
      """
      # Both machines

      ```promql
      max by (hostname) (runner_status)
      ```

      ```bash {target=box-a,box-b verify="output: ready"}
      echo "home $HOME"; cat "$HOME/mark"
      ```

      ```bash {target=box-a,box-b verify="test -e $HOME/changed"}
      touch "$HOME/changed"
      ```
      """;

  @TempDir Path home;
  private DurableRig hosts;
  private ServedExporter exporter;
  private RealPrometheus prometheus;
  private Profile profile;
  private WindowRig console;

  @BeforeEach
  void start() throws Exception {
    hosts = new DurableRig(home.resolve("rig"));
    exporter = new ServedExporter("runner_status{hostname=\"runner-a\"} 1\n");
    prometheus =
        RealPrometheus.start(
            home.resolve("prometheus"), List.of(RealPrometheus.Scrape.of(exporter.instance())));
    Path books = Files.createDirectories(home.resolve("books"));
    Files.writeString(books.resolve("both.md"), TEXT);
    Files.writeString(hosts.first().home().resolve("mark"), "ready\n");
    Files.writeString(hosts.second().home().resolve("mark"), "not yet\n");
    profile = profile(books);
    open();
  }

  private Profile profile(Path books) throws IOException {
    Path file =
        Files.writeString(
            home.resolve("profile.yaml"),
            """
            version: 1
            environment: { name: shop, readOnly: false }
            sources: { prometheus: [{ url: "%s" }] }
            ssh: { config: "%s", knownHosts: "%s" }
            runbooks: { folders: ["%s"] }
            hosts:
              - { name: box-a, ssh: { host: 127.0.0.1, port: %d, user: %s } }
              - { name: box-b, ssh: { host: 127.0.0.1, port: %d, user: %s } }
            """
                .formatted(
                    prometheus.url(),
                    hosts.config(),
                    hosts.knownHosts(),
                    books,
                    hosts.first().port(),
                    hosts.first().user(),
                    hosts.second().port(),
                    hosts.second().user()));
    return Objects.requireNonNull(new ProfileReader(home).read(file).profile());
  }

  private void open() throws InterruptedException {
    console =
        new WindowRig(profile, Surroundings.ofThisProcess().at(home), FrameMark.NONE, LONGEST);
    Fx.run(() -> console.window.show(View.RUNBOOKS));
    console.until(() -> console.find(".shelf-cell") != null);
  }

  @AfterEach
  void stop() throws Exception {
    console.close();
    hosts.close();
    prometheus.close();
    exporter.close();
  }

  @Test
  void aPanePerMachineAndOnAfterAPauseAndARestart(FxRobot robot) throws Exception {
    read(robot);
    robot.type(KeyCode.J);
    ask(robot);
    robot.type(KeyCode.J, KeyCode.R);
    console.until(() -> tabs().size() == 2 && console.text().contains("1 failed"));
    console.until(() -> console.text().contains("home " + hosts.first().home()));
    assertThat(shown()).contains("succeeded, verified").contains("ready");
    Fx.run(() -> tabs().getLast().fire());
    console.until(() -> console.text().contains("home " + hosts.second().home()));
    assertThat(shown()).contains("not yet").contains("no line of its output has ready");
    robot.type(KeyCode.P);
    console.until("Paused: nothing runs until it is taken up again.");

    console.close();
    open();
    read(robot);
    console.until("Resumed, last worked on");
    assertThat(shown()).contains("Paused: nothing runs until it is taken up again.");
    robot.type(KeyCode.J);
    console.until(() -> console.text().matches("(?s).*Ran OK .* ago by .*, run again\\?.*"));
    assertThat(shown()).contains("Kept output").contains("{hostname=runner-a} 1");
    robot.type(KeyCode.P);
    console.until(() -> !console.text().contains("Paused: nothing runs"));
    robot.type(KeyCode.J);
    console.until(() -> console.text().matches("(?s).*failed .* ago by .* on box-b.*"));
    assertThat(shown()).contains("Kept output").contains("home " + hosts.first().home());
    Fx.run(() -> tabs().getLast().fire());
    console.until(() -> console.text().contains("home " + hosts.second().home()));
    assertThat(shown()).contains("not yet");

    write(hosts.second().home().resolve("mark"), "ready\n");
    robot.type(KeyCode.R);
    console.until(() -> console.text().matches("(?s).*Ran OK .* on box-a, box-b, run again\\?.*"));
    change(robot);
  }

  /** A change goes to one machine after the other, and says on which it is still to be made. */
  private void change(FxRobot robot) {
    robot.type(KeyCode.J);
    console.until("Plan on box-a…");
    confirm(robot, "box-a");
    console.until("Not yet on box-b.");
    assertThat(hosts.first().home().resolve("changed")).exists();
    assertThat(hosts.second().home().resolve("changed")).doesNotExist();
    confirm(robot, "box-b");
    console.until("3 of 3 done");
    assertThat(hosts.second().home().resolve("changed")).exists();
  }

  private void confirm(FxRobot robot, String host) {
    robot.type(KeyCode.R);
    console.until(() -> console.find(".confirm-button") != null);
    Fx.run(
        () -> {
          if (console.find(".typed-field") instanceof TextField typed) {
            typed.setText("shop/" + host);
          }
          if (console.find(".reason-field") instanceof TextField reason) {
            reason.setText("drill");
          }
        });
    console.until(
        () -> console.find(".confirm-button") instanceof Button button && !button.isDisabled());
    assertThat(Fx.call(() -> console.said(".confirm-button"))).isEqualTo("Run step 3 on " + host);
    robot.clickOn(console.find(".confirm-button"));
    console.until(() -> console.said(".verdict").startsWith("succeeded, verified"));
    Fx.run(console.window::closeOverlays);
  }

  private void read(FxRobot robot) {
    robot.type(KeyCode.DIGIT4);
    robot.type(KeyCode.ENTER);
    console.until(() -> console.said(".reader-title").equals("Both machines"));
  }

  /** The first scrape may be still to come. */
  private void ask(FxRobot robot) {
    await()
        .atMost(LONGEST)
        .pollInterval(Duration.ofSeconds(1))
        .until(
            () -> {
              robot.type(KeyCode.R);
              console.until("prometheus/");
              return Fx.call(() -> console.text().contains("hostname=runner-a"));
            });
  }

  private List<Button> tabs() {
    return console.window.scene().getRoot().lookupAll(".host-tab").stream()
        .filter(Node::isVisible)
        .map(Button.class::cast)
        .toList();
  }

  private String shown() {
    return Fx.call(console::text);
  }

  private static void write(Path file, String text) {
    try {
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
