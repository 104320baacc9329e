package io.signalbox.ui.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import io.signalbox.model.RunnerState;
import io.signalbox.model.RunnerTruth;
import io.signalbox.profile.Thresholds;
import io.signalbox.ui.fixture.Fixture;
import org.junit.jupiter.api.Test;

/** What a tile says; no data is never a number. */
class TileFaceTest {
  @Test
  void what_is_not_measured_is_a_dash_and_not_an_empty_bar() {
    TileFace blind = face("shop-runner-f");
    assertThat(blind.state()).isEqualTo(RunnerState.ONLINE);
    assertThat(blind.meters())
        .allSatisfy(
            meter -> {
              assertThat(meter.known()).isFalse();
              assertThat(meter.text()).isEqualTo("–");
              assertThat(meter.over()).isFalse();
            });
    assertThat(blind.checkIn()).isEqualTo("no check-in known");
    assertThat(blind.badges()).containsExactly("monitoring-blind");
  }

  @Test
  void a_stale_value_stays_readable_and_its_age_leads() {
    TileFace stale = face("shop-runner-h");
    assertThat(stale.stale()).isTrue();
    assertThat(stale.meters()).allMatch(Meter::known).noneMatch(Meter::over);
    assertThat(stale.checkIn()).startsWith("3\u00a0min old: checked in ");
  }

  @Test
  void a_busy_runner_names_its_job_and_for_how_long() {
    TileFace busy = face("shop-runner-b");
    assertThat(busy.word()).isEqualTo("busy: deploy");
    assertThat(busy.detail()).isEqualTo("Deploy, for 4\u00a0min\u00a012\u00a0s");
    assertThat(busy.role()).isEqualTo("secondary");
  }

  @Test
  void a_value_over_its_threshold_is_marked() {
    assertThat(face("shop-runner-c").meters().get(2).over()).isTrue();
    assertThat(face("shop-runner-c").meters().get(2).text()).isEqualTo("91\u00a0%");
  }

  @Test
  void equal_truth_gives_an_equal_face_so_that_it_is_not_drawn_again() {
    assertThat(face("shop-runner-d")).isEqualTo(face("shop-runner-d"));
  }

  @Test
  void the_filter_wants_every_word_and_the_order_is_worst_first() {
    var all = Fixture.trouble().runners();
    assertThat(FleetOrder.ALL.apply(all).getFirst().name()).isEqualTo("shop-runner-a");
    assertThat(new FleetOrder("primary offline", true).apply(all))
        .extracting(RunnerTruth::name)
        .containsExactly("shop-runner-a");
    assertThat(new FleetOrder("", false).apply(all).get(1).name()).isEqualTo("shop-runner-b");
    assertThat(new FleetOrder("no such thing", true).apply(all)).isEmpty();
  }

  private static TileFace face(String name) {
    return TileFace.of(
        Fixture.trouble().runner(name).orElseThrow(), Thresholds.DEFAULT, Fixture.NOW);
  }
}
