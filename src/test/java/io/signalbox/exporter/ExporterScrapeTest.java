package io.signalbox.exporter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.signalbox.http.HttpClients;
import io.signalbox.model.ExporterReading;
import io.signalbox.model.Signal;
import io.signalbox.profile.ExporterSource;
import io.signalbox.rig.ServedExporter;
import io.signalbox.rig.VirtualTime;
import io.signalbox.snapshot.Reading;
import io.signalbox.snapshot.SourceException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ExporterScrapeTest {
  private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");

  private final ServedExporter exporter = new ServedExporter("");
  private final HttpClients clients = new HttpClients();
  private final ExporterScrape source =
      new ExporterScrape(
          new ExporterSource("runner-a", exporter.url(), Duration.ofSeconds(5)),
          clients,
          new VirtualTime(NOW));

  @AfterEach
  void stop() {
    clients.close();
    exporter.close();
  }

  @Test
  void theKnownMetricsAreReadTheLargestOfEach() throws Exception {
    exporter.text(
        """
        # HELP runner_status is it on
        # TYPE runner_status gauge
        runner_status{hostname="runner-a",active_state="act}ive \\" {"} 0
        runner_status{hostname="runner-a",active_state="active"} 1 1764000000000
        runner_cpu_usage_percent 12.5
        runner_memory_usage_percent NaN
        runner_last_checkin{a="b"}\t1.764e+09
        runner_last_check_in_timestamp_seconds 1764000099
        runner_capacity +Inf
        go_goroutines 7
        """);
    Reading<ExporterReading> reading = source.read();
    assertThat(reading.partial()).isFalse();
    assertThat(reading.value())
        .isEqualTo(
            new ExporterReading(
                "runner-a",
                Map.of(
                    Signal.STATUS,
                    1.0,
                    Signal.CPU,
                    12.5,
                    Signal.LAST_CHECK_IN,
                    1764000099.0,
                    Signal.CAPACITY,
                    Double.POSITIVE_INFINITY),
                NOW));
  }

  @Test
  void anotherExporterIsNotAHealthyRunner() throws Exception {
    exporter.text("node_load1 0.3\n");
    Reading<ExporterReading> reading = source.read();
    assertThat(reading.partial()).isTrue();
    assertThat(reading.value().values()).isEmpty();
    assertThat(reading.warnings())
        .singleElement()
        .asString()
        .contains("none of the runner metrics");
  }

  @Test
  void whatIsNoExpositionIsNamed() {
    exporter.text("<html>log in</html>");
    assertThat(catchThrowableOfType(SourceException.class, source::read))
        .hasMessageContaining("log in");
    exporter.text("runner_status{a=\"b 1\n");
    assertThat(catchThrowableOfType(SourceException.class, source::read))
        .hasMessageContaining("labels without an end");
    exporter.text("runner_status one\n");
    assertThat(catchThrowableOfType(SourceException.class, source::read))
        .hasMessageContaining("not a number");
    exporter.stop();
    assertThat(catchThrowableOfType(SourceException.class, source::read))
        .hasMessageContaining("Exporter of runner-a")
        .hasMessageContaining("refused");
  }
}
