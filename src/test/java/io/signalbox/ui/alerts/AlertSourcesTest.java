package io.signalbox.ui.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import io.signalbox.model.AlertState;
import io.signalbox.snapshot.Snapshot;
import io.signalbox.ui.fixture.Fixture;
import org.junit.jupiter.api.Test;

/** An empty list of alerts means something only where its sources answered. */
class AlertSourcesTest {
  @Test
  void a_failing_source_is_named_with_its_error() {
    AlertSources sources = AlertSources.of(Fixture.allStale());
    assertThat(sources.troubles(Fixture.NOW))
        .hasSize(2)
        .first()
        .asString()
        .startsWith("Prometheus main has been failing for 2\u00a0min")
        .contains("connection refused");
    assertThat(sources.whenEmpty(Fixture.NOW))
        .startsWith("Whether anything is firing is not known");
  }

  @Test
  void no_alert_is_said_with_who_was_asked() {
    AlertSources sources = AlertSources.of(Fixture.calm());
    assertThat(sources.troubles(Fixture.NOW)).isEmpty();
    assertThat(sources.whenEmpty(Fixture.NOW))
        .isEqualTo("No alert. Asked Prometheus 2\u00a0s ago, Alertmanager 4\u00a0s ago.");
  }

  @Test
  void without_any_source_nothing_is_known() {
    Snapshot empty = Snapshot.nothingYet("production", Fixture.NOW);
    assertThat(AlertSources.of(empty).whenEmpty(Fixture.NOW)).startsWith("No source of alerts");
  }

  @Test
  void the_filter_looks_into_labels_and_states() {
    var alerts = Fixture.trouble().alerts();
    assertThat(new AlertFilter("", null).apply(alerts)).hasSize(5);
    assertThat(new AlertFilter("shop-runner-c", null).apply(alerts)).hasSize(1);
    assertThat(new AlertFilter("", AlertState.PENDING).apply(alerts)).hasSize(2);
    assertThat(new AlertFilter("critical", AlertState.PENDING).apply(alerts)).isEmpty();
  }
}
