package io.signalbox.alertmanager;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.signalbox.http.HttpClients;
import io.signalbox.model.AlertState;
import io.signalbox.model.AlertmanagerReading;
import io.signalbox.model.Severity;
import io.signalbox.profile.HttpSource;
import io.signalbox.rig.FakeServer;
import io.signalbox.secret.LazyToken;
import io.signalbox.secret.Tokens;
import io.signalbox.snapshot.Reading;
import io.signalbox.snapshot.SourceException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AlertmanagerSourceTest {
  private FakeServer server;
  private HttpClients clients;
  private AlertmanagerSource source;

  @BeforeEach
  void start() {
    server = FakeServer.start();
    clients = new HttpClients();
    source =
        new AlertmanagerSource(
            new HttpSource("main", server.url(), Duration.ofSeconds(10), null, null),
            clients,
            new LazyToken(new Tokens(Map.of()), null));
    server.on("/api/v2/alerts", "[]").on("/api/v2/silences", "[]");
  }

  @AfterEach
  void stop() {
    clients.close();
    server.close();
  }

  @Test
  void alertsCarryTheirStateAndBeginning() throws Exception {
    server.on(
        "/api/v2/alerts",
        """
        [{"labels":{"alertname":"RunnerOffline","severity":"page"},"annotations":{"summary":"s"},
          "startsAt":"2026-11-24T09:00:00.000Z","endsAt":"2026-11-24T09:04:00.000Z",
          "status":{"state":"active","silencedBy":[],"inhibitedBy":[]},"fingerprint":"x",
          "new":{"a":[1]}},
         {"labels":{"alertname":"B","severity":"odd"},"status":{"state":"suppressed",
         "silencedBy":["1"]}},
         {"labels":{"alertname":"C"},"status":{"state":"unprocessed"}}]\
        """);
    AlertmanagerReading reading = source.read().value();
    assertThat(reading.alerts())
        .extracting("state")
        .containsExactly(AlertState.FIRING, AlertState.SUPPRESSED, AlertState.FIRING);
    assertThat(reading.alerts().getFirst().since()).isEqualTo("2026-11-24T09:00:00Z");
    assertThat(reading.alerts().getFirst().severity()).isEqualTo(Severity.CRITICAL);
    assertThat(reading.alerts().get(1).severity()).isEqualTo(Severity.UNRATED);
    assertThat(reading.alerts().getFirst().source()).isEqualTo("alertmanager/main");
  }

  @Test
  void silencesAreReadInAlertmanagersOwnNotation() throws Exception {
    server.on(
        "/api/v2/silences",
        """
        [{"id":"1","matchers":[{"name":"alertname","value":"a\\"b","isRegex":false,"isEqual":true},
          {"name":"host","value":"r.*","isRegex":true},{"name":"env","value":"x","isRegex":false,
          "isEqual":false}],
          "startsAt":"2026-11-24T09:00:00Z","endsAt":"2026-11-24T10:00:00Z","createdBy":"ana",
          "comment":"c",
          "status":{"state":"active"}}]\
        """);
    assertThat(source.read().value().silences().getFirst().matchers())
        .containsExactly("alertname=\"a\\\"b\"", "host=~\"r.*\"", "env!=\"x\"");
  }

  @Test
  void busyIsAPassingFailureWithItsOwnWords() {
    server.on(
        "/api/v2/alerts",
        _ ->
            FakeServer.json(503, "Limit of concurrent GET requests reached (8), try again later."));
    SourceException e = catchThrowableOfType(SourceException.class, source::read);
    assertThat(e).hasMessageContaining("is busy (503)");
    assertThat(e.isHopeless()).isFalse();
  }

  @Test
  void silencesThatCannotBeReadStayWithAWarning() throws Exception {
    server.on(
        "/api/v2/silences",
        """
        [{"id":"1","matchers":[],"startsAt":"2026-11-24T09:00:00Z",
        "endsAt":"2026-11-24T10:00:00Z"}]\
        """);
    source.read();
    server.on(
        "/api/v2/silences", _ -> FakeServer.json(500, "{\"code\":500,\"message\":\"disk full\"}"));
    Reading<AlertmanagerReading> reading = source.read();
    assertThat(reading.partial()).isTrue();
    assertThat(reading.value().silences()).hasSize(1);
    assertThat(reading.warnings()).singleElement().asString().contains("silences", "disk full");
  }

  @Test
  void wrongTypesNameTheField() {
    server.on("/api/v2/alerts", "[{\"labels\":[]}]");
    assertThat(catchThrowableOfType(SourceException.class, source::read))
        .hasMessageContaining("0.labels should be an object");
  }

  @Test
  void neverTwoRequestsAtOnceWhoeverAsks() throws Exception {
    List<Thread> askers =
        java.util.stream.IntStream.range(0, 8)
            .mapToObj(_ -> Thread.ofVirtual().start(this::ask))
            .toList();
    for (Thread asker : askers) {
      asker.join();
    }
    assertThat(server.requests()).hasSize(16);
    assertThat(server.mostInFlight()).isEqualTo(1);
  }

  private void ask() {
    try {
      source.read();
    } catch (SourceException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
