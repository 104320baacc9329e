package io.signalbox.ui.failover;

import static org.assertj.core.api.Assertions.assertThat;

import io.signalbox.action.Intent;
import io.signalbox.failover.FailoverState;
import io.signalbox.failover.RunnerVerdict;
import io.signalbox.model.RoleMove;
import io.signalbox.ui.fixture.FailoverFixture;
import io.signalbox.ui.fixture.FakeJournal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the view shows of a picture, without a view. */
class FailoverPictureTest {
  private static FailoverPicture picture(FailoverFixture fixture) {
    return FailoverPicture.of(fixture.snapshot(), fixture.profile(), "", Optional.empty());
  }

  private static String whyNot(FailoverFixture fixture, RoleMove move, String chosen) {
    return new MoveGate(picture(fixture), fixture.snapshot(), chosen, "").whyNot(move);
  }

  @Test
  void the_one_who_qualifies_is_known_and_a_choice_is_left_open() {
    assertThat(picture(FailoverFixture.offline()).only()).contains("shop-runner-b");
    FailoverPicture choice = picture(FailoverFixture.choice());
    assertThat(choice.only()).isEmpty();
    assertThat(choice.candidates())
        .extracting(CandidateLine::runner)
        .startsWith("shop-runner-b", "shop-runner-c");
    assertThat(choice.line("shop-runner-d").orElseThrow().note())
        .contains("the same host as shop-runner-a");
    assertThat(choice.line("shop-build-1").orElseThrow().note()).contains("not approved");
  }

  @Test
  void a_planned_switchover_needs_the_runner_that_is_relieved() {
    assertThat(whyNot(FailoverFixture.offline(), RoleMove.SWITCHOVER, "shop-runner-b"))
        .isEqualTo("shop-runner-a is offline: a planned switchover needs it");
    assertThat(whyNot(FailoverFixture.offline(), RoleMove.FAILOVER, "shop-runner-b")).isEmpty();
    assertThat(whyNot(FailoverFixture.calm(), RoleMove.SWITCHOVER, "shop-runner-b")).isEmpty();
    assertThat(whyNot(FailoverFixture.choice(), RoleMove.FAILOVER, ""))
        .isEqualTo("Choose who takes over");
  }

  @Test
  void who_does_not_qualify_can_be_planned_for_but_that_is_said() {
    FailoverFixture fixture = FailoverFixture.choice();
    MoveGate gate = new MoveGate(picture(fixture), fixture.snapshot(), "shop-runner-d", "");
    assertThat(gate.whyNot(RoleMove.FAILOVER)).isEmpty();
    assertThat(gate.hint()).startsWith("shop-runner-d does not qualify: on shop-host-1");
  }

  @Test
  void one_move_at_a_time() {
    FailoverFixture fixture = FailoverFixture.offline();
    MoveGate gate =
        new MoveGate(picture(fixture), fixture.snapshot(), "shop-runner-b", "Fail over 1 role");
    assertThat(gate.whyNot(RoleMove.FAILOVER)).startsWith("Another move goes on");
  }

  @Test
  void a_missing_page_of_github_blocks_and_a_blind_prometheus_is_said() {
    FailoverPicture blind = picture(FailoverFixture.blind());
    assertThat(blind.state().kind()).isEqualTo(FailoverState.Kind.UNKNOWN);
    assertThat(blind.blocked()).contains("GitHub answered only in part");
    assertThat(blind.blind()).extracting(Blindness::blocks).containsExactly(true, false);
    assertThat(blind.blind().getLast().title()).contains("Prometheus is blind");
  }

  @Test
  void half_done_states_and_the_debt_come_from_the_labels() {
    assertThat(picture(FailoverFixture.both()).holders())
        .containsExactly("shop-runner-a", "shop-runner-b");
    assertThat(picture(FailoverFixture.none()).leavers()).containsExactly("shop-runner-a");
    FailoverPicture debt = picture(FailoverFixture.debt());
    assertThat(debt.from()).isEqualTo("shop-runner-b");
    assertThat(debt.back()).extracting(CandidateLine::runner).containsExactly("shop-runner-a");
    assertThat(debt.back().getFirst().qualifies()).isTrue();
  }

  @Test
  void both_down_is_an_escalation() {
    assertThat(picture(FailoverFixture.nobody()).escalation()).isPresent();
    assertThat(picture(FailoverFixture.offline()).escalation()).isEmpty();
  }

  @Test
  void the_newest_move_is_found_in_the_journal_with_its_way_on_and_back() {
    MoveOnRecord move = MoveOnRecord.newest(FakeJournal.moved("PARTIAL").latest()).orElseThrow();
    assertThat(move.outcome()).isEqualTo("partial");
    assertThat(move.finish())
        .isEqualTo(new Intent.MoveRole(RoleMove.FAILOVER, "shop-runner-a", "shop-runner-b"));
    assertThat(move.undo()).isEqualTo(new Intent.UndoMove(move.run()));
    assertThat(MoveOnRecord.newest(FakeJournal.night().latest())).isEmpty();
  }

  @Test
  void a_waiting_job_is_explained_and_runners_that_say_the_same_stand_together() {
    Waiting job = picture(FailoverFixture.many(90)).queue().getFirst();
    assertThat(job.title()).isEqualTo("Deploy #412");
    assertThat(job.stuck()).isTrue();
    assertThat(job.says().getFirst().names()).containsExactly("shop-runner-a");
    assertThat(job.says().getFirst().kind()).isEqualTo(RunnerVerdict.Kind.OFFLINE);
    assertThat(job.says().size()).isLessThan(12);
    assertThat(job.says().stream().flatMap(group -> group.names().stream())).hasSize(93);
  }

  @Test
  void two_of_the_same_words_stay_lines_of_their_own() {
    RunnerVerdict one = verdict("shop-runner-a");
    assertThat(Waiting.groups(List.of(one, verdict("shop-runner-b")))).hasSize(2);
    assertThat(Waiting.groups(List.of(one, verdict("shop-runner-b"), verdict("shop-runner-c"))))
        .hasSize(1);
  }

  private static RunnerVerdict verdict(String name) {
    return new RunnerVerdict(
        name, RunnerVerdict.Kind.LACKS_LABELS, false, List.of("primary"), "lacks `primary`");
  }
}
