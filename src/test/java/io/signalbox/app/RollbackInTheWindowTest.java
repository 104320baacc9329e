package io.signalbox.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.signalbox.demo.DemoOptions;
import io.signalbox.demo.DemoWorld;
import io.signalbox.demo.Scenario;
import io.signalbox.notice.Notifier;
import io.signalbox.profile.Profile;
import io.signalbox.profile.read.ProfileReader;
import io.signalbox.ui.fixture.Fx;
import io.signalbox.ui.fixture.FxExtension;
import io.signalbox.ui.kit.Pictures;
import io.signalbox.ui.shell.ConsoleWindow;
import io.signalbox.ui.shell.View;
import io.signalbox.ui.theme.Theme;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.stage.Stage;
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
  private DemoWorld world;
  private Station station;
  private ConsoleWindow window;

  @BeforeEach
  void start() throws Exception {
    world = DemoWorld.start(new DemoOptions(Scenario.CALM, 5, Clock.systemUTC(), home));
    Profile profile =
        Objects.requireNonNull(new ProfileReader(home).read(world.profile()).profile());
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
          window.show(View.ROLLBACK);
        });
  }

  @AfterEach
  void stop() throws Exception {
    Fx.run(window::close);
    station.close();
    world.close();
  }

  @Test
  void previewed_confirmed_run_and_proved() {
    until("as declared");
    press("2.8.0");
    until("nothing speaks against it");
    write(".incident-text", "INC-7");
    write(".why-text", "checkout fails");
    shot("1-page");

    press("Preview 2.8.0");
    until(() -> verdict().equals("succeeded, verified"));
    shot("2-preview-run");
    Fx.run(window::closeOverlays);
    until("Preview covers 14 of 17 tasks; 3 cannot be predicted");
    until("valid: for");
    shot("3-preview");

    press("Roll back production to 2.8.0…");
    allowed();
    write(".typed-field", "production/2.8.0");
    write(".reason-field", "checkout fails");
    until(() -> find(".confirm-button") instanceof ButtonBase confirm && !confirm.isDisabled());
    shot("4-card");
    Fx.run(() -> ((ButtonBase) Objects.requireNonNull(find(".confirm-button"))).fire());

    until(() -> texts().anyMatch(text -> text.contains("tasks done")));
    shot("5-run");
    until(() -> !verdict().isEmpty() && !verdict().equals("running"));
    assertThat(Fx.call(this::verdict)).isEqualTo("succeeded, verified");
    until("17 of 17 tasks done");
    until("Health afterwards");
    shot("6-verified");

    Fx.run(window::closeOverlays);
    press("Read again");
    until("2.8.0 is the version that runs already");
  }

  /** Unlocks, and overrides the demo's own deployment where one is under way. */
  private void allowed() {
    until(() -> find(".plan-card") != null);
    if (Fx.call(() -> texts().anyMatch("Unlock…"::equals))) {
      press("Unlock…");
      until("Unlock 15 minutes");
      Fx.run(() -> focused("checkout fails"));
      press("Unlock 15 minutes");
    }
    until(() -> find(".typed-field") != null || find(".override-open") != null);
    if (Fx.call(() -> find(".override-open") != null)) {
      Fx.run(() -> ((ButtonBase) Objects.requireNonNull(find(".override-open"))).fire());
      write(".override-reason", "it deploys nothing that is rolled back");
      Fx.run(() -> ((ButtonBase) Objects.requireNonNull(find(".override-button"))).fire());
    }
    until(() -> find(".typed-field") != null);
  }

  private void focused(String text) {
    ((TextField) window.scene().getFocusOwner()).setText(text);
  }

  private String verdict() {
    return find(".verdict") instanceof Labeled label ? label.getText() : "";
  }

  private @org.jspecify.annotations.Nullable Node find(String selector) {
    return window.scene().lookup(selector);
  }

  private Stream<Node> nodes(Node from) {
    return !from.isVisible()
        ? Stream.empty()
        : from instanceof Parent parent
            ? Stream.concat(
                Stream.of(from), parent.getChildrenUnmodifiable().stream().flatMap(this::nodes))
            : Stream.of(from);
  }

  private Stream<String> texts() {
    return nodes(window.scene().getRoot())
        .filter(Labeled.class::isInstance)
        .map(node -> ((Labeled) node).getText())
        .filter(Objects::nonNull);
  }

  private @org.jspecify.annotations.Nullable ButtonBase says(String text) {
    return nodes(window.scene().getRoot())
        .filter(node -> node instanceof ButtonBase one && text.equals(one.getText()))
        .map(ButtonBase.class::cast)
        .filter(button -> !button.isDisabled())
        .findFirst()
        .orElse(null);
  }

  private void press(String text) {
    until(() -> says(text) != null);
    Fx.run(() -> Objects.requireNonNull(says(text)).fire());
  }

  private void write(String selector, String text) {
    until(() -> find(selector) != null);
    Fx.run(() -> ((TextField) Objects.requireNonNull(find(selector))).setText(text));
  }

  private void until(String text) {
    await("for " + text)
        .atMost(LONGEST)
        .until(() -> Fx.call(() -> texts().anyMatch(one -> one.contains(text))));
  }

  private static void until(BooleanSupplier onFx) {
    await().atMost(LONGEST).until(() -> Fx.call(onFx::getAsBoolean));
  }

  private void shot(String name) {
    Fx.run(
        () -> {
          try {
            Pictures.write(window.scene(), SHOTS.resolve("rollback-walk-" + name + ".png"));
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }
}
