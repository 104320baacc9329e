package io.signalbox.ui.rollback;

import static org.assertj.core.api.Assertions.assertThat;

import io.signalbox.action.Intent;
import io.signalbox.rollback.RollbackBoard.Ground;
import io.signalbox.ui.fixture.RollbackFixture;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What has to be said before a rollback can be planned. */
class RollbackFormTest {
  private final RollbackForm form = new RollbackForm();

  private static Optional<Ground> clear(String target) {
    return Optional.of(RollbackFixture.clear(target));
  }

  @Test
  void nothing_is_preselected_and_everything_required_is_named() {
    assertThat(form.target().get()).isEmpty();
    assertThat(form.missing(clear("")))
        .containsExactly("Pick the version to go back to", "Name the incident", "Give a reason");
  }

  @Test
  void the_version_that_runs_is_refused_with_what_says_so() {
    form.target().set("1.4.3");
    assertThat(form.targetTrouble(clear("1.4.3")).orElseThrow())
        .startsWith("1.4.3 is the version that runs already");
    form.target().set("../etc");
    assertThat(form.targetTrouble(Optional.empty())).isPresent();
  }

  @Test
  void a_migration_in_between_has_to_be_known_and_again_for_another_version() {
    form.target().set("1.4.1");
    fill();
    assertThat(form.missing(clear("1.4.1")))
        .containsExactly("Say that you know of the database migration");
    form.migration().set(true);
    assertThat(form.missing(clear("1.4.1"))).isEmpty();
    form.target().set("1.4.2");
    assertThat(form.migration().get()).isFalse();
    assertThat(form.missing(clear("1.4.2"))).isEmpty();
  }

  @Test
  void a_partial_state_is_acknowledged_for_itself_alone() {
    form.target().set("1.4.2");
    fill();
    Optional<Ground> half = Optional.of(RollbackFixture.disagreeing("1.4.2"));
    assertThat(form.missing(half)).containsExactly("Acknowledge the partial state");
    form.acknowledge(half.orElseThrow().partial(), " run 412 was cut off ");
    assertThat(form.missing(half)).isEmpty();
    assertThat(form.rollback(half).acknowledged().partial()).isEqualTo("run 412 was cut off");
    var other =
        new io.signalbox.rollback.PartialState(List.of("x"), "other", half.get().partial().at());
    assertThat(form.acknowledged(other)).isFalse();
  }

  @Test
  void the_intent_is_what_was_said() {
    form.target().set("1.4.2");
    fill();
    form.ticket().set(" OPS-9 ");
    form.limit().set(List.of("web-2"));
    assertThat(form.rollback(clear("1.4.2")))
        .isEqualTo(
            new Intent.Rollback(
                "1.4.2",
                "checkout fails",
                "INC-4711",
                "OPS-9",
                List.of("web-2"),
                Intent.Acknowledged.NOTHING));
    assertThat(form.preview(clear("1.4.2")))
        .isEqualTo(
            new Intent.PreviewRollback("1.4.2", List.of("web-2"), Intent.Acknowledged.NOTHING));
  }

  private void fill() {
    form.incident().set("INC-4711");
    form.reason().set("checkout fails");
  }
}
