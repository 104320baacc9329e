package io.signalbox.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.signalbox.model.SourceKind;
import io.signalbox.snapshot.Reading;
import io.signalbox.snapshot.Snapshot;
import io.signalbox.snapshot.SourceHealth;
import io.signalbox.snapshot.SourceState;
import io.signalbox.ui.fixture.Fixture;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Calm is said only where it was measured. */
class HeadlineTest {
  @Test
  void calm_says_how_it_is_known() {
    Headline headline = Headline.of(Fixture.calm(), Fixture.NOW);
    assertThat(headline.kind()).isEqualTo(Headline.Kind.CALM);
    assertThat(headline.title()).isEqualTo("All 12 runners online, 2 busy");
    assertThat(headline.evidence()).startsWith("Newest evidence 2\u00a0s old");
  }

  @Test
  void the_worst_finding_leads_and_the_others_are_counted() {
    Headline headline = Headline.of(Fixture.trouble(), Fixture.NOW);
    assertThat(headline.kind()).isEqualTo(Headline.Kind.CRITICAL);
    assertThat(headline.runner()).isEqualTo("shop-runner-a");
    assertThat(headline.more()).hasSize(2);
  }

  @Test
  void nothing_read_yet_is_not_calm() {
    assertThat(Headline.of(Fixture.nothingYet(), Fixture.NOW).kind())
        .isEqualTo(Headline.Kind.NOT_KNOWN);
    Snapshot empty = Snapshot.nothingYet("production", Fixture.NOW);
    assertThat(Headline.of(empty, Fixture.NOW).title()).isEqualTo("Nothing is known yet");
  }

  @Test
  void stale_sources_are_not_calm() {
    assertThat(Headline.of(Fixture.allStale(), Fixture.NOW).title())
        .isEqualTo("Nothing fresh is known");
  }

  @Test
  void one_failing_source_takes_the_calm_away() {
    List<SourceHealth> sources = new ArrayList<>(Fixture.sources());
    sources.set(0, Fixture.failed(SourceKind.PROMETHEUS, "main"));
    Headline headline = Headline.of(Fixture.next(Fixture.calm(), sources), Fixture.NOW);
    assertThat(headline.kind()).isEqualTo(Headline.Kind.NOT_KNOWN);
    assertThat(headline.evidence()).contains("Missing: Prometheus");
  }

  @Test
  void a_partial_answer_takes_the_calm_away() {
    List<SourceHealth> sources = new ArrayList<>(Fixture.sources());
    sources.set(
        2,
        new SourceHealth(
            sources.get(2).id(),
            new SourceState.Fresh<>(
                new Reading<>("", true, List.of("page 2 failed"), ""), Fixture.ago(3))));
    assertThat(Headline.of(Fixture.next(Fixture.calm(), sources), Fixture.NOW).kind())
        .isEqualTo(Headline.Kind.NOT_KNOWN);
  }

  @Test
  void a_picture_that_nobody_renews_is_itself_the_finding() {
    Headline headline = Headline.of(Fixture.calm(), Fixture.NOW.plusSeconds(180));
    assertThat(headline.kind()).isEqualTo(Headline.Kind.NOT_KNOWN);
    assertThat(headline.title()).isEqualTo("This picture is 3\u00a0min old");
  }
}
