package io.signalbox.ui.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.signalbox.ui.fixture.Fixture;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class TimelineLayoutTest {
  private static final Instant NOW = Fixture.NOW;
  private final TimelineLayout layout =
      TimelineLayout.of(Fixture.trouble(), NOW.minus(Duration.ofHours(6)), NOW);

  @Test
  void environments_come_first_then_the_queue_then_every_runner_by_name() {
    assertThat(layout.lanes().stream().map(Lane::name))
        .startsWith("production", "staging", "queue", "shop-runner-a", "shop-runner-b")
        .hasSize(15);
  }

  @Test
  void a_job_that_ran_keeps_the_time_it_was_queued() {
    Bar deploy = bar("shop-runner-a", "Deploy · deploy");
    assertThat(deploy.waited()).isEqualTo(Duration.ofSeconds(400));
    assertThat(deploy.lasted(NOW)).isEqualTo(Duration.ofSeconds(580));
    assertThat(deploy.state()).isEqualTo(BarState.SUCCESS);
  }

  @Test
  void a_job_without_a_runner_waits_in_the_queue_until_now() {
    Bar waiting = bar("queue", "Deploy · deploy", BarState.QUEUED);
    assertThat(waiting.to()).isNull();
    assertThat(waiting.lasted(NOW)).isEqualTo(Duration.ofSeconds(400));
  }

  @Test
  void cancelled_before_it_ran_with_a_newer_run_is_superseded_not_failed() {
    assertThat(bar("queue", "Deploy · deploy", BarState.SUPERSEDED).from())
        .isEqualTo(Fixture.ago(10_500));
    assertThat(bar("shop-runner-d", "Build · build").state()).isEqualTo(BarState.CANCELLED);
    assertThat(bar("queue", "Deploy · notify").state()).isEqualTo(BarState.SKIPPED);
  }

  @Test
  void bars_that_overlap_lie_in_different_rows() {
    for (Lane lane : layout.lanes()) {
      if (lane.rows().size() < 3) {
        lane.rows().forEach(row -> assertNoOverlap(row));
      }
    }
  }

  @Test
  void a_strip_with_room_shows_quiet_lanes_too_as_many_as_fit_whole() {
    TimelineLayout busy = layout.busyOnly();
    assertThat(busy.lanes()).hasSizeLessThan(layout.lanes().size());
    int lanes = busy.lanes().size();
    assertThat(busy.filledFrom(layout, 10 * lanes + 9.0, _ -> 10).lanes()).hasSize(lanes);
    TimelineLayout filled = busy.filledFrom(layout, 10 * lanes + 25.0, _ -> 10);
    assertThat(filled.lanes()).hasSize(lanes + 2).containsAll(busy.lanes());
    assertThat(busy.filledFrom(layout, 1000, _ -> 10).lanes())
        .containsExactlyInAnyOrderElementsOf(layout.lanes());
  }

  @Test
  void what_ended_before_the_window_is_not_in_it() {
    TimelineLayout hour = TimelineLayout.of(Fixture.trouble(), NOW.minus(Duration.ofHours(1)), NOW);
    assertThat(hour.lanes().stream().flatMap(lane -> lane.bars().stream()))
        .allMatch(bar -> !bar.end(NOW).isBefore(NOW.minus(Duration.ofHours(1))))
        .isNotEmpty();
  }

  @Test
  void zooming_keeps_the_moment_under_the_pointer() {
    TimeScale scale = new TimeScale(NOW.minusSeconds(3600), NOW, 100, 600);
    Instant under = scale.at(250);
    assertThat(Duration.between(scale.zoom(0.5, 250).at(250), under).abs())
        .isLessThan(Duration.ofMillis(5));
    assertThat(scale.pan(60).at(160)).isEqualTo(scale.at(100));
    assertThat(scale.ticks(80)).isNotEmpty().allMatch(tick -> tick.getEpochSecond() % 600 == 0);
  }

  @Test
  void every_conclusion_of_github_has_a_state_of_its_own_and_a_new_word_is_unknown() {
    assertThat(BarState.of("completed", "timed_out")).isEqualTo(BarState.FAILED);
    assertThat(BarState.of("waiting", null)).isEqualTo(BarState.WAITING);
    assertThat(BarState.of("completed", "brand_new")).isEqualTo(BarState.UNKNOWN);
    assertThat(BarState.of("brand_new", null)).isEqualTo(BarState.UNKNOWN);
    assertThat(BarState.ofDeployment("brand_new")).isEqualTo(BarState.UNKNOWN);
  }

  private static void assertNoOverlap(java.util.List<Bar> row) {
    for (int i = 1; i < row.size(); i++) {
      assertThat(row.get(i).from()).isAfterOrEqualTo(row.get(i - 1).end(NOW));
    }
  }

  private Bar bar(String lane, String title) {
    return layout.lanes().stream()
        .filter(each -> each.name().equals(lane))
        .flatMap(each -> each.bars().stream())
        .filter(bar -> bar.title().equals(title))
        .findFirst()
        .orElseThrow();
  }

  private Bar bar(String lane, String title, BarState state) {
    return layout.lanes().stream()
        .filter(each -> each.name().equals(lane))
        .flatMap(each -> each.bars().stream())
        .filter(bar -> bar.title().equals(title) && bar.state() == state)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void the_line_is_known_no_further_than_githubs_last_answer() {
    assertThat(LineKnowledge.until(Fixture.trouble())).isNull();
    assertThat(LineKnowledge.note(Fixture.trouble(), NOW)).isEmpty();
    assertThat(LineKnowledge.until(Fixture.allStale())).isEqualTo(Fixture.ago(248));
    assertThat(LineKnowledge.note(Fixture.allStale(), NOW))
        .isEqualTo("GitHub's last answer is 4\u00a0min old: hatched is not known");
  }
}
