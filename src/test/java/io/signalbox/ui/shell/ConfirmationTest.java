package io.signalbox.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.signalbox.action.Intent;
import io.signalbox.snapshot.SnapshotHub;
import io.signalbox.ui.confirm.PlanCard;
import io.signalbox.ui.fixture.FakeDesk;
import io.signalbox.ui.fixture.Fixture;
import io.signalbox.ui.fixture.Fx;
import io.signalbox.ui.fixture.FxExtension;
import io.signalbox.ui.theme.Theme;
import java.util.Objects;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/** The card of a restart in production: what it takes to press its button. */
@ExtendWith(FxExtension.class)
class ConfirmationTest {
  private static final String TARGET = "production/shop-runner-a";

  private final FakeDesk desk = new FakeDesk();
  private final SnapshotHub hub = new SnapshotHub(Fixture.trouble());
  private ConsoleWindow window;

  @Start
  void start(Stage stage) {
    window = new ConsoleWindow(Windows.context(hub, desk));
    window.theme(Theme.DARK);
    window.show(stage);
  }

  @AfterEach
  void stop() {
    Fx.run(window::close);
  }

  @Test
  void the_focus_starts_on_cancel_and_escape_sends_nothing(FxRobot robot) {
    PlanCard card = open();
    assertThat(window.scene().getFocusOwner()).isSameAs(card.cancelButton());
    robot.type(KeyCode.ESCAPE);
    assertThat(window.frame().overlayOpen()).isFalse();
    assertThat(desk.approvals).isEmpty();
  }

  @Test
  void a_wrong_text_keeps_the_button_shut_and_says_what_is_missing(FxRobot robot) {
    open();
    type(robot, typed(), "production/shop-runner-b");
    type(robot, reason(), "incident 4711");
    assertThat(confirm().isDisabled()).isTrue();
    assertThat(robot.lookup("Type " + TARGET + " to go on").tryQuery()).isPresent();
  }

  @Test
  void the_right_text_without_a_reason_is_not_enough(FxRobot robot) {
    open();
    type(robot, typed(), TARGET);
    assertThat(confirm().isDisabled()).isTrue();
    assertThat(robot.lookup("Give a reason to go on").tryQuery()).isPresent();
  }

  @Test
  void enter_fires_nowhere_and_a_press_fires_once(FxRobot robot) {
    open();
    type(robot, typed(), TARGET);
    robot.type(KeyCode.ENTER);
    type(robot, reason(), "incident 4711");
    robot.type(KeyCode.ENTER);
    Button confirm = confirm();
    await().until(() -> Fx.call(() -> !confirm.isDisabled()));
    robot.type(KeyCode.ENTER);
    Fx.run(confirm::requestFocus);
    robot.type(KeyCode.ENTER);
    assertThat(desk.approvals).isEmpty();

    robot.clickOn(confirm);
    Fx.run(confirm::fire);
    assertThat(desk.approvals).hasSize(1);
    assertThat(desk.approvals.getFirst().typed()).isEqualTo(TARGET);
    assertThat(desk.approvals.getFirst().reason()).isEqualTo("incident 4711");
    assertThat(window.frame().actions().run()).isNotNull();
  }

  @Test
  void an_objection_shuts_the_button_with_its_reason_and_offers_to_plan_again(FxRobot robot) {
    open();
    type(robot, typed(), TARGET);
    type(robot, reason(), "incident 4711");
    Button confirm = confirm();
    await().until(() -> Fx.call(() -> !confirm.isDisabled()));

    desk.object("shop-runner-a has taken job deploy");
    hub.publish(Fixture.next(Fixture.trouble(), Fixture.sources()));
    Fx.run(() -> {});
    assertThat(confirm.isDisabled()).isTrue();
    assertThat(robot.lookup("Reality has moved: shop-runner-a has taken job deploy").tryQuery())
        .isPresent();

    desk.object();
    robot.clickOn("Plan again");
    Fx.run(() -> {});
    assertThat(desk.intents).hasSize(2).containsOnly(new Intent.RestartService("shop-runner-a"));
    assertThat(desk.approvals).isEmpty();
  }

  @Test
  void a_refusal_names_its_rule_and_unlocking_plans_again(FxRobot robot) {
    desk.lockUp();
    open();
    assertThat(robot.lookup("Refused by: actions must be unlocked").tryQuery()).isPresent();
    assertThat(confirm().isVisible()).isFalse();
    robot.clickOn("Unlock…");
    robot.write("incident 4711");
    robot.clickOn("Unlock 15 minutes");
    Fx.run(() -> {});
    assertThat(desk.intents).hasSize(2);
    assertThat(confirm().isVisible()).isTrue();
  }

  private PlanCard open() {
    Fx.run(() -> window.proposeRestart("shop-runner-a"));
    return Objects.requireNonNull(Fx.call(() -> window.frame().actions().card()));
  }

  private Button confirm() {
    return (Button) Objects.requireNonNull(window.scene().lookup(".confirm-button"));
  }

  private TextField typed() {
    return (TextField) Objects.requireNonNull(window.scene().lookup(".typed-field"));
  }

  private TextField reason() {
    return (TextField) Objects.requireNonNull(window.scene().lookup(".reason-field"));
  }

  private static void type(FxRobot robot, TextField field, String text) {
    robot.clickOn(field);
    robot.write(text);
  }
}
