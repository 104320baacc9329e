package io.signalbox.ui.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.signalbox.action.Intent;
import io.signalbox.action.Question;
import io.signalbox.model.GuardrailReading;
import io.signalbox.model.RoleMove;
import io.signalbox.ui.fixture.FakeDesk;
import io.signalbox.ui.fixture.Fixture;
import io.signalbox.ui.fixture.MoveFixture;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** What a run of a move shows besides its steps. */
class MoveRunTest {
  @Test
  void half_a_move_can_be_finished_or_undone_and_a_proved_one_neither() {
    assertThat(NextMove.of(MoveFixture.partial()))
        .extracting(NextMove::intent)
        .containsExactly(
            new Intent.MoveRole(RoleMove.FAILOVER, "shop-runner-a", "shop-runner-b"),
            new Intent.UndoMove(MoveFixture.partial().id()));
    assertThat(NextMove.of(MoveFixture.verified())).isEmpty();
    assertThat(NextMove.of(MoveFixture.running())).isEmpty();
    assertThat(NextMove.of(FakeDesk.verifiedRun("shop-runner-d"))).isEmpty();
  }

  @Test
  void the_safe_answer_is_the_one_that_changes_nothing_more() {
    Question question = MoveFixture.asked().question();
    assertThat(question.choices().get(QuestionCard.safest(question)).id()).isEqualTo(Question.STOP);
    Question other = new Question("q", "?", List.of(new Question.Choice("a", "A")));
    assertThat(QuestionCard.safest(other)).isZero();
  }

  @Test
  void looks_are_put_together_by_guardrail_with_their_bounds_in_sight() {
    List<GuardrailSeries> all = GuardrailSeries.of(MoveFixture.asked().watched());
    assertThat(all)
        .extracting(GuardrailSeries::name)
        .containsExactly("error rate", "replicas", "queue");
    GuardrailSeries errors = all.getFirst();
    assertThat(errors.last().breached()).isTrue();
    assertThat(errors.height(5)).isBetween(0.1, 0.9);
    assertThat(errors.height(7.4)).isBetween(0.8, 1.0);
    assertThat(errors.words()).isEqualTo("7.4, at most 5, baseline 0.4");
  }

  @Test
  void what_could_not_be_read_is_no_zero() {
    GuardrailReading none =
        new GuardrailReading("x", null, null, null, null, "no series", Fixture.NOW);
    GuardrailSeries series = GuardrailSeries.of(List.of(none)).getFirst();
    assertThat(series.words()).isEqualTo("x could not be read: no series");
    assertThat(series.high()).isGreaterThan(series.low());
    assertThat(series.height(series.low())).isCloseTo(0, Offset.offset(0.001));
  }
}
