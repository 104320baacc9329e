package io.signalbox.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.signalbox.action.Intent;
import io.signalbox.model.NextStep;
import io.signalbox.model.RoleMove;
import io.signalbox.notice.Notice;
import io.signalbox.notice.Notifier;
import io.signalbox.ui.fixture.FailoverFixture;
import io.signalbox.ui.fixture.FakeDesk;
import io.signalbox.ui.fixture.FakeJournal;
import io.signalbox.ui.fixture.Fx;
import io.signalbox.ui.fixture.FxExtension;
import io.signalbox.ui.fixture.MoveFixture;
import io.signalbox.ui.fixture.Seen;
import io.signalbox.ui.theme.Theme;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/** Failover in the window: what it shows in each state, and what a press asks for. */
@ExtendWith(FxExtension.class)
class FailoverWindowTest {
  private static final Intent FAILOVER =
      new Intent.MoveRole(RoleMove.FAILOVER, "shop-runner-a", "shop-runner-b");

  private final FakeDesk desk = new FakeDesk();
  private final List<String> notices = new CopyOnWriteArrayList<>();
  private String failing = "";
  private final Notifier notifier =
      new Notifier() {
        @Override
        public String whyNot() {
          return "";
        }

        @Override
        public void show(Notice notice, Consumer<String> after) {
          notices.add(notice.title());
          after.accept(failing);
        }
      };
  private Stage stage;
  private ConsoleWindow window;

  @Start
  void start(Stage given) {
    stage = given;
  }

  @AfterEach
  void stop() {
    Fx.run(window::close);
  }

  private void open(FailoverFixture fixture) {
    open(fixture, FakeJournal.empty());
  }

  private void open(FailoverFixture fixture, FakeJournal journal) {
    Fx.run(
        () -> {
          window = Windows.of(fixture, desk, journal, Theme.DARK, notifier);
          window.show(stage);
          window.show(View.FAILOVER);
        });
  }

  @Test
  void the_only_one_who_qualifies_is_chosen_and_the_forced_way_is_open(FxRobot robot) {
    open(FailoverFixture.offline());
    assertThat(button(".plan-switchover").isDisabled()).isTrue();
    Fx.run(button(".plan-failover")::fire);
    assertThat(desk.intents).containsExactly(FAILOVER);
    assertThat(window.frame().actions().card()).isNotNull();
    assertThat(robot.lookup("Candidate shop-runner-b").tryQuery()).isPresent();
    assertThat(desk.approvals).isEmpty();
  }

  @Test
  void where_there_is_a_choice_nobody_is_chosen_until_somebody_chooses(FxRobot robot) {
    open(FailoverFixture.choice());
    assertThat(button(".plan-failover").isDisabled()).isTrue();
    Fx.run(() -> find(".candidate-list").requestFocus());
    robot.type(KeyCode.DOWN);
    assertThat(button(".plan-failover").isDisabled()).isFalse();
    robot.type(KeyCode.ENTER);
    assertThat(desk.intents).isEmpty();
    Fx.run(button(".plan-failover")::fire);
    assertThat(desk.intents).containsExactly(FAILOVER);
  }

  @Test
  void in_calm_both_ways_are_open_and_worded_apart(FxRobot robot) {
    open(FailoverFixture.calm());
    assertThat(robot.lookup("shop-runner-a has the deploying role").tryQuery()).isPresent();
    assertThat(button(".plan-failover").isDisabled()).isFalse();
    Fx.run(button(".plan-switchover")::fire);
    assertThat(desk.intents)
        .containsExactly(
            new Intent.MoveRole(RoleMove.SWITCHOVER, "shop-runner-a", "shop-runner-b"));
  }

  @Test
  void half_done_offers_to_finish_and_to_undo_what_is_on_record() {
    open(FailoverFixture.both(), FakeJournal.moved("PARTIAL"));
    Fx.run(button(".finish")::fire);
    Fx.run(window::closeOverlays);
    Fx.run(button(".undo")::fire);
    assertThat(desk.intents)
        .containsExactly(FAILOVER, new Intent.UndoMove("01KB3MOVE00000000000000000"));
  }

  @Test
  void half_done_without_a_record_offers_both_ends() {
    open(FailoverFixture.both());
    Fx.run(button(".undo")::fire);
    assertThat(desk.intents)
        .containsExactly(new Intent.MoveRole(RoleMove.FAILBACK, "shop-runner-b", "shop-runner-a"));
  }

  @Test
  void nobody_with_the_role_can_be_put_right(FxRobot robot) {
    open(FailoverFixture.none(), FakeJournal.moved("PARTIAL"));
    assertThat(robot.lookup("Half done").tryQuery()).isPresent();
    Fx.run(button(".finish")::fire);
    assertThat(desk.intents).containsExactly(FAILOVER);
  }

  @Test
  void a_primary_that_github_lists_no_more_is_failed_over_from_by_the_prepared_plan(FxRobot robot) {
    open(FailoverFixture.gone());
    assertThat(robot.lookup("Nobody has the role").tryQuery()).isPresent();
    Fx.run(button(".prepared")::fire);
    assertThat(desk.intents).containsExactly(FAILOVER);
  }

  @Test
  void the_debt_of_a_failback_stays_with_its_way_back(FxRobot robot) {
    open(FailoverFixture.debt(), FakeJournal.moved("SUCCEEDED_VERIFIED"));
    assertThat(robot.lookup("A failback is owed").tryQuery()).isPresent();
    Fx.run(button(".failback")::fire);
    assertThat(desk.intents)
        .containsExactly(new Intent.MoveRole(RoleMove.FAILBACK, "shop-runner-b", "shop-runner-a"));
  }

  @Test
  void blind_sources_are_named_and_nothing_can_be_planned(FxRobot robot) {
    open(FailoverFixture.blind());
    assertThat(robot.lookup("Nothing can be planned: GitHub answered only in part").tryQuery())
        .isPresent();
    assertThat(button(".plan-failover").isDisabled()).isTrue();
  }

  @Test
  void with_everybody_down_people_are_told_by_a_clock(FxRobot robot) {
    open(FailoverFixture.nobody());
    assertThat(robot.lookup("Nobody can deploy: escalate").tryQuery()).isPresent();
    assertThat(((Label) find(".failover-clock")).getText()).isEqualTo("7\u00a0min\u00a012\u00a0s");
  }

  @Test
  void the_headline_and_the_palette_lead_here_and_the_alarm_until_it_was_seen(FxRobot robot) {
    open(FailoverFixture.offline());
    Fx.run(() -> window.show(View.FLEET));
    assertThat(find(".failover-toast").isVisible()).isTrue();
    assertThat(stage.getTitle()).startsWith("A failover from shop-runner-a");
    Fx.run(button(".alarm-seen")::fire);
    assertThat(find(".failover-toast").isVisible()).isFalse();
    assertThat(stage.getTitle()).startsWith("PRODUCTION");
    NextStep step =
        Objects.requireNonNull(window.frame().headline().shown()).steps().stream()
            .filter(one -> one.verb() == NextStep.Verb.FAILOVER)
            .findFirst()
            .orElseThrow();
    Fx.run(() -> ((Button) find(".step-button")).fire());
    assertThat(step.subject()).isEqualTo("shop-runner-a");
    assertThat(window.frame().view()).isEqualTo(View.FAILOVER);
    Fx.run(() -> window.show(View.FLEET));
    assertThat(PaletteEntries.of(window.frame()))
        .extracting(PaletteEntries.Entry::words)
        .contains("Plan failover from shop-runner-a…", "Explain queue of Deploy #412…");
    robot.write("f");
    assertThat(window.frame().view()).isEqualTo(View.FAILOVER);
  }

  @Test
  void the_desktop_is_told_once_unless_it_is_silenced_for_the_shift(FxRobot robot) {
    open(FailoverFixture.offline());
    assertThat(notices)
        .containsExactly("PRODUCTION: A failover from shop-runner-a to shop-runner-b is prepared");
    Fx.run(() -> window.show(View.FLEET));
    assertThat(notices).hasSize(1);
    assertThat(button(".notice-state").isVisible()).isFalse();
    robot.write("n");
    assertThat(button(".notice-state").getText()).startsWith("notices silenced until");
    assertThat(PaletteEntries.of(window.frame()))
        .extracting(PaletteEntries.Entry::words)
        .contains("Let desktop notices ring again");
    Fx.run(button(".notice-state")::fire);
    assertThat(button(".notice-state").isVisible()).isFalse();
  }

  @Test
  void a_notice_that_was_not_shown_is_said_calmly_until_it_is_pressed_away() {
    failing = "notify-send ended with 1: no bus";
    open(FailoverFixture.offline());
    Fx.run(() -> window.frame().status().refresh());
    assertThat(button(".notice-state").getText()).isEqualTo("notice not shown");
    Fx.run(button(".notice-state")::fire);
    assertThat(button(".notice-state").isVisible()).isFalse();
    assertThat(notices).hasSize(1);
  }

  @Test
  void everybody_is_in_the_table_and_who_cannot_stand_for_it_is_not_planned_for() {
    open(FailoverFixture.offline());
    ListView<?> list = (ListView<?>) Fx.call(() -> find(".candidate-list"));
    assertThat(list.getItems()).hasSize(3);
    Fx.run(() -> list.getSelectionModel().selectLast());
    assertThat(button(".plan-failover").isDisabled()).isTrue();
  }

  @Test
  void while_a_run_is_taken_back_no_other_is_planned() {
    desk.publish(MoveFixture.undoing());
    open(FailoverFixture.both());
    assertThat(button(".plan-failover").isDisabled()).isTrue();
  }

  @Test
  void a_run_that_asks_is_answered_by_a_press_and_never_by_enter(FxRobot robot) {
    desk.publish(MoveFixture.asked());
    open(FailoverFixture.offline());
    assertThat(button(".plan-failover").isDisabled()).isTrue();
    Fx.run(() -> window.frame().actions().open(MoveFixture.asked()));
    assertThat(window.scene().getFocusOwner()).isSameAs(find(".answer-stop"));
    robot.type(KeyCode.ENTER);
    assertThat(desk.answered).isEmpty();
    Fx.run(button(".answer-undo")::fire);
    assertThat(desk.answered).containsExactly("guardrail-1: undo");
    assertThat(button(".answer-go-on").isDisabled()).isTrue();
  }

  @Test
  void half_a_run_leads_to_the_card_that_finishes_it(FxRobot robot) {
    desk.publish(MoveFixture.partial());
    open(FailoverFixture.both());
    Fx.run(() -> window.frame().actions().open(MoveFixture.partial()));
    robot.clickOn("Finish failover…");
    assertThat(desk.intents).containsExactly(FAILOVER);
    assertThat(Fx.call(() -> window.frame().actions().card())).isNotNull();
  }

  @Test
  void two_hundred_runners_stay_few_nodes() {
    open(FailoverFixture.many(200));
    assertThat(Fx.call(() -> Seen.count(window.root()))).isLessThanOrEqualTo(900);
  }

  private Node find(String selector) {
    return Objects.requireNonNull(window.scene().lookup(selector), selector);
  }

  private Button button(String selector) {
    return (Button) Fx.call(() -> find(selector));
  }
}
