package io.signalbox.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.signalbox.action.Answer;
import io.signalbox.action.Review;
import io.signalbox.interlock.RuleOverride;
import io.signalbox.interlock.Second;
import io.signalbox.snapshot.SnapshotHub;
import io.signalbox.ui.confirm.PlanCard;
import io.signalbox.ui.fixture.FakeDesk;
import io.signalbox.ui.fixture.Fixture;
import io.signalbox.ui.fixture.Fx;
import io.signalbox.ui.fixture.FxExtension;
import io.signalbox.ui.theme.Theme;
import java.util.Objects;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/** The card in the highest tier: an override, the second person, the broken glass, the review. */
@ExtendWith(FxExtension.class)
class GravestCardTest {
  private static final String TARGET = "production/shop-runner-a";

  private final FakeDesk desk = new FakeDesk();
  private ConsoleWindow window;

  @Start
  void start(Stage stage) {
    window = new ConsoleWindow(Windows.context(new SnapshotHub(Fixture.trouble()), desk));
    window.theme(Theme.DARK);
    window.show(stage);
  }

  @AfterEach
  void stop() {
    Fx.run(window::close);
  }

  @Test
  void aRuleIsOverriddenWithAReasonAndTheTierRises(FxRobot robot) {
    desk.busy();
    PlanCard refused = open();
    assertThat(robot.lookup("tier 3").tryQuery()).isPresent();
    assertThat(node(".confirm-button", Button.class).isDisabled()).isTrue();
    fire(robot, "Override this rule…");
    assertThat(button(robot, "Override busy").isDisabled()).isTrue();
    Fx.run(() -> node(".override-reason", TextField.class).setText("the job hangs"));
    fire(robot, "Override busy");

    PlanCard card = Objects.requireNonNull(window.frame().actions().card());
    assertThat(card).isNotSameAs(refused);
    assertThat(desk.askings.getLast().overrides())
        .containsExactly(new RuleOverride("busy", "the job hangs"));
    assertThat(robot.lookup("TIER 4").tryQuery()).isPresent();
    assertThat(robot.lookup("→ overridden: the job hangs").tryQuery()).isPresent();
    assertThat(window.scene().getFocusOwner()).isSameAs(card.cancelButton());
    assertThat(
            robot
                .lookup(
                    "No approver is listed: this act stays listed as solo until somebody reviews"
                        + " it.")
                .tryQuery())
        .isPresent();
  }

  @Test
  void aCancelledOverrideIsForgotten(FxRobot robot) {
    overridden(robot);
    robot.type(KeyCode.ESCAPE);
    open();
    assertThat(desk.askings.getLast().overrides()).isEmpty();
  }

  @Test
  void withApproversTheButtonWaitsForTheSecondPerson(FxRobot robot) {
    desk.approvers();
    overridden(robot);
    Fx.run(() -> node(".typed-field", TextField.class).setText(TARGET));
    assertThat(button(robot, "Ask for approval").isDisabled()).isTrue();
    Fx.run(() -> node(".reason-field", TextField.class).setText("incident 4711"));
    assertThat(robot.lookup("Ask a second person to approve").tryQuery()).isPresent();
    assertThat(confirm().isDisabled()).isTrue();

    fire(robot, "Ask for approval");
    assertThat(desk.asked).containsExactly("incident 4711");
    assertThat(desk.looks).isEqualTo(1);
    assertThat(
            robot
                .lookup("signalbox approve 01JD0000000000000000000000 --profile FILE --key KEYFILE")
                .tryQuery())
        .isPresent();
    assertThat(node(".second-state", Label.class).getText())
        .matches("Waiting for a second person, 29.min.[0-9]+.s left");
    assertThat(robot.lookup("A second person has not approved yet").tryQuery()).isPresent();
    assertThat(confirm().isDisabled()).isTrue();
    assertThat(desk.approvals).isEmpty();
  }

  @Test
  void anApprovalArmsTheButtonAndGoesWithIt(FxRobot robot) {
    desk.approvers();
    Second signed = new Second.Signed("a signature");
    desk.answer(new Answer(Answer.State.APPROVED, "approved by ben", signed));
    overridden(robot);
    confirmTexts();
    fire(robot, "Ask for approval");
    assertThat(robot.lookup("Approved by ben").tryQuery()).isPresent();
    await().until(() -> Fx.call(() -> !confirm().isDisabled()));
    Button confirm = confirm();
    Fx.run(confirm::requestFocus);
    robot.type(KeyCode.ENTER);
    assertThat(desk.approvals).isEmpty();
    Fx.run(confirm::fire);
    assertThat(desk.approvals).singleElement().extracting("second").isEqualTo(signed);
  }

  @Test
  void anInvalidAnswerIsSaidAndArmsNothing(FxRobot robot) {
    desk.approvers();
    desk.answer(new Answer(Answer.State.INVALID, "approval: mira is who asks", Second.NOBODY));
    overridden(robot);
    confirmTexts();
    fire(robot, "Ask for approval");
    assertThat(robot.lookup("approval: mira is who asks").tryQuery()).isPresent();
    assertThat(confirm().isDisabled()).isTrue();
  }

  @Test
  void theGlassIsBrokenByTheEnvironmentsName(FxRobot robot) {
    desk.approvers();
    overridden(robot);
    confirmTexts();
    TextField glass = node(".glass-field", TextField.class);
    Fx.run(() -> glass.setText("prod"));
    assertThat(confirm().isDisabled()).isTrue();
    Fx.run(() -> glass.setText("production"));
    assertThat(
            robot
                .lookup(
                    "BREAK-GLASS: nobody else approves this. It is on record as such, and listed"
                        + " until somebody reviews it.")
                .tryQuery())
        .isPresent();
    await().until(() -> Fx.call(() -> !confirm().isDisabled()));
    Fx.run(confirm()::fire);
    assertThat(desk.approvals)
        .singleElement()
        .extracting("second")
        .isEqualTo(new Second.BreakGlass("production"));
  }

  @Test
  void whatStandsToBeReviewedIsCountedAndTakenOffWithAReason(FxRobot robot) {
    assertThat(status().isVisible()).isFalse();
    desk.toReview(
        new Review(
            "01JD", Fixture.NOW, "mira", TARGET, "restart-service", "override of busy", "hangs"));
    Fx.run(window.frame().status()::refresh);
    assertThat(status().getText()).isEqualTo("1 to review");
    Fx.run(status()::fire);
    assertThat(robot.lookup("override of busy: hangs").tryQuery()).isPresent();
    assertThat(button(robot, "Reviewed").isDisabled()).isTrue();
    Fx.run(() -> node(".review-found", TextField.class).setText("was right"));
    fire(robot, "Reviewed");
    assertThat(desk.reviewed).containsExactly("01JD: was right");
    assertThat(robot.lookup("Nothing stands to be reviewed.").tryQuery()).isPresent();
  }

  @Test
  void anUnlockThatCannotBeRecordedIsSaidInWords(FxRobot robot) {
    desk.lockUp();
    desk.refuseRecords("not unlocked: the disk is full");
    open();
    fire(robot, "Unlock…");
    robot.write("incident 4711");
    fire(robot, "Unlock 15 minutes");
    assertThat(robot.lookup("not unlocked: the disk is full").tryQuery()).isPresent();
    assertThat(desk.lock().closed(Fixture.NOW)).isTrue();
  }

  private Button status() {
    return window.frame().status().reviewsButton();
  }

  private void overridden(FxRobot robot) {
    desk.busy();
    open();
    fire(robot, "Override this rule…");
    Fx.run(() -> node(".override-reason", TextField.class).setText("the job hangs"));
    fire(robot, "Override busy");
  }

  private void confirmTexts() {
    Fx.run(() -> node(".typed-field", TextField.class).setText(TARGET));
    Fx.run(() -> node(".reason-field", TextField.class).setText("incident 4711"));
  }

  private PlanCard open() {
    Fx.run(() -> window.proposeRestart("shop-runner-a"));
    return Objects.requireNonNull(Fx.call(() -> window.frame().actions().card()));
  }

  private Button confirm() {
    return node(".confirm-button", Button.class);
  }

  private <T> T node(String selector, Class<T> type) {
    return type.cast(Objects.requireNonNull(window.scene().lookup(selector)));
  }

  private static Button button(FxRobot robot, String text) {
    return robot.lookup(text).queryAll().stream()
        .map(found -> found instanceof Button button ? button : (Button) found.getParent())
        .findFirst()
        .orElseThrow();
  }

  private static void fire(FxRobot robot, String text) {
    Button button = button(robot, text);
    Fx.run(button::fire);
  }
}
