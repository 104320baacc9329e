package io.signalbox.prometheus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.signalbox.http.HttpClients;
import io.signalbox.model.AlertInstance;
import io.signalbox.model.AlertState;
import io.signalbox.model.PrometheusReading;
import io.signalbox.model.Sample;
import io.signalbox.model.Severity;
import io.signalbox.model.Signal;
import io.signalbox.profile.HttpSource;
import io.signalbox.profile.SignalQuery;
import io.signalbox.profile.SignalsProfile;
import io.signalbox.profile.TokenRef;
import io.signalbox.rig.FakeServer;
import io.signalbox.rig.VirtualTime;
import io.signalbox.secret.LazyToken;
import io.signalbox.secret.Tokens;
import io.signalbox.snapshot.Reading;
import io.signalbox.snapshot.SourceException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import mockwebserver3.RecordedRequest;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PrometheusSourceTest {
  private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");
  private static final SignalsProfile SIGNALS =
      new SignalsProfile(
          List.of("hostname"),
          Map.of(
              Signal.STATUS, new SignalQuery("S", "timestamp(S)"),
              Signal.CPU, new SignalQuery("C", null)));

  private final VirtualTime time = new VirtualTime(NOW);
  private final Map<String, String> byQuery = new ConcurrentHashMap<>();
  private FakeServer server;
  private HttpClients clients;
  private PrometheusSource source;

  @BeforeEach
  void start() {
    server = FakeServer.start();
    clients = new HttpClients();
    source = source(null);
    server.on("/api/v1/query", this::query);
    server.on(
        "/api/v1/query_range",
        success(
            matrix(
                """
                {"metric":{"hostname":"runner-a"},"values":[[1764000000,"1"],[1764000030,"NaN"],
                [1764000060,"0"]]}\
                """)));
    server.on("/api/v1/alerts", success("{\"alerts\":[]}"));
    server.on("/api/v1/targets", success("{\"activeTargets\":[]}"));
    server.on("/api/v1/rules", success("{\"groups\":[]}"));
    byQuery.put(
        "S",
        success(
            vector(
                """
                {"metric":{"hostname":"runner-a"},"value":[1764000100,"1"]},
                {"metric":{"hostname":"runner-b"},"value":[1764000100,"NaN"]}\
                """)));
    byQuery.put(
        "timestamp(S)",
        success(
            vector(
                """
                {"metric":{"hostname":"runner-a"},"value":[1764000100,"1764000095.5"]}\
                """)));
    byQuery.put(
        "C",
        success(
            vector(
                """
                {"metric":{"hostname":"runner-a"},"value":[1764000100,"93.25"]}\
                """)));
  }

  @AfterEach
  void stop() {
    clients.close();
    server.close();
  }

  @Test
  void aSampleCarriesTheTimeOfItsScrapeAndNaNIsNoValue() throws Exception {
    Reading<PrometheusReading> reading = source.read();
    assertThat(reading.partial()).isFalse();
    assertThat(reading.value().signals().get(Signal.STATUS).samples())
        .containsExactly(
            new Sample(Map.of("hostname", "runner-a"), 1, Instant.ofEpochMilli(1764000095500L)));
    assertThat(reading.value().signals().get(Signal.CPU).samples())
        .containsExactly(new Sample(Map.of("hostname", "runner-a"), 93.25, null));
    assertThat(reading.value().signals().get(Signal.STATUS).history().getFirst().values())
        .containsExactly(1, 0);
  }

  @Test
  void queriesArePostedFormsWithALimitBelowOurs() throws Exception {
    source.read();
    RecordedRequest range =
        server.requests().stream()
            .filter(r -> r.getTarget().contains("query_range"))
            .findFirst()
            .orElseThrow();
    assertThat(range.getMethod()).isEqualTo("POST");
    assertThat(form(range).queryParameter("timeout")).isEqualTo("18s");
    assertThat(form(range).queryParameter("start"))
        .isEqualTo("" + NOW.minusSeconds(3600).getEpochSecond());
    assertThat(form(range).queryParameter("step")).isEqualTo("30");
    assertThat(server.mostInFlight()).isLessThanOrEqualTo(4);
  }

  @Test
  void historyAndRulesAreAskedOnceAMinuteAndKeptBetween() throws Exception {
    source.read();
    time.advance(Duration.ofSeconds(59));
    assertThat(source.read().value().signals().get(Signal.CPU).history()).hasSize(1);
    assertThat(server.count("/api/v1/query_range")).isEqualTo(2);
    assertThat(server.count("/api/v1/rules")).isEqualTo(1);
    time.advance(Duration.ofSeconds(1));
    source.read();
    assertThat(server.count("/api/v1/query_range")).isEqualTo(4);
    assertThat(server.count("/api/v1/rules")).isEqualTo(2);
  }

  @Test
  void aRefusedQueryNamesSignalAndFieldAndLeavesTheRest() throws Exception {
    byQuery.put(
        "C", "{\"status\":\"error\",\"errorType\":\"execution\",\"error\":\"many-to-many\"}");
    Reading<PrometheusReading> reading = source.read();
    assertThat(reading.partial()).isTrue();
    assertThat(reading.warnings())
        .singleElement()
        .asString()
        .contains("signal cpu", "execution", "many-to-many", "signals.cpu");
    assertThat(reading.value().signals().get(Signal.CPU).samples()).isEmpty();
    assertThat(reading.value().signals().get(Signal.CPU).history()).hasSize(1);
    assertThat(reading.value().signals().get(Signal.STATUS).samples()).hasSize(1);
  }

  @Test
  void aFailedHistoryKeepsTheOldOne() throws Exception {
    source.read();
    time.advance(Duration.ofMinutes(2));
    server.on(
        "/api/v1/query_range",
        _ ->
            FakeServer.json(
                503, "{\"status\":\"error\",\"errorType\":\"timeout\",\"error\":\"too slow\"}"));
    Reading<PrometheusReading> reading = source.read();
    assertThat(reading.value().signals().get(Signal.STATUS).history()).hasSize(1);
    assertThat(reading.warnings())
        .hasSize(2)
        .anySatisfy(w -> assertThat(w).contains("signal status (history)", "too slow"));
  }

  @Test
  void aServersWarningMakesTheReadingPartial() throws Exception {
    byQuery.put(
        "S",
        """
        {"status":"success","data":{"resultType":"vector","result":[]},"warnings":["store away"],
        "infos":["i"]}\
        """);
    Reading<PrometheusReading> reading = source.read();
    assertThat(reading.partial()).isTrue();
    assertThat(reading.warnings()).containsExactly("signal status: the server warns: store away");
  }

  @Test
  void alertsRulesAndTargetsAreRead() throws Exception {
    server.on(
        "/api/v1/alerts",
        success(
            """
            {"alerts":[{"labels":{"alertname":"RunnerOffline","severity":"critical"},
            "annotations":{"summary":"gone"},
            "state":"pending","activeAt":"2026-11-24T09:58:00.5Z","value":"1e+00","brandNew":[1]}]}\
            """));
    server.on(
        "/api/v1/targets?state=active",
        success(
            """
            {"activeTargets":[{"labels":{"job":"runners","instance":"192.0.2.51:9101"},
            "health":"down","lastError":"refused",
            "lastScrape":"2026-11-24T09:59:58.123456789+00:00","scrapeInterval":"1m30s"},
            {"labels":{"instance":"192.0.2.52:9101"},"scrapePool":"p","health":"unknown",
            "lastScrape":"0001-01-01T00:00:00Z"}]}\
            """));
    server.on(
        "/api/v1/rules?type=alert",
        success(
            """
            {"groups":[{"name":"g","rules":[{"type":"alerting","name":"RunnerOffline",
            "query":"up==0","duration":300,"state":"firing","health":"ok"},
            {"type":"recording","name":"r","query":"x","health":"ok"}]}]}\
            """));
    PrometheusReading reading = source.read().value();
    AlertInstance alert = reading.alerts().getFirst();
    assertThat(alert.state()).isEqualTo(AlertState.PENDING);
    assertThat(alert.severity()).isEqualTo(Severity.CRITICAL);
    assertThat(alert.since()).isEqualTo("2026-11-24T09:58:00.5Z");
    assertThat(alert.source()).isEqualTo("prometheus/main");
    assertThat(reading.targets().getFirst().up()).isFalse();
    assertThat(reading.targets().getFirst().interval()).isEqualTo(Duration.ofSeconds(90));
    assertThat(reading.targets().get(1).up()).isNull();
    assertThat(reading.targets().get(1).lastScrape()).isNull();
    assertThat(reading.targets().get(1).job()).isEqualTo("p");
    assertThat(reading.rules())
        .singleElement()
        .satisfies(rule -> assertThat(rule.sustained()).isEqualTo(Duration.ofMinutes(5)));
  }

  @Test
  void alertsThatCannotBeReadStayWithAWarning() throws Exception {
    server.on(
        "/api/v1/alerts",
        success("{\"alerts\":[{\"labels\":{\"alertname\":\"A\"},\"state\":\"firing\"}]}"));
    source.read();
    server.on("/api/v1/alerts", _ -> FakeServer.json(500, "oops"));
    Reading<PrometheusReading> reading = source.read();
    assertThat(reading.value().alerts()).hasSize(1);
    assertThat(reading.warnings())
        .singleElement()
        .asString()
        .startsWith("alerts: not read.")
        .contains("500");
  }

  @Test
  void aServerThatIsAwayFailsTheReadingWithoutAskingOn() {
    server.close();
    SourceException e = catchThrowableOfType(SourceException.class, source::read);
    assertThat(e).hasMessageContaining("refused the connection");
    assertThat(e.isHopeless()).isFalse();
  }

  @Test
  void allQueriesRefusedFailsTheReading() {
    for (String path : List.of("query", "query_range", "alerts", "targets", "rules")) {
      server.on("/api/v1/" + path, _ -> FakeServer.json(503, "Service Unavailable"));
    }
    assertThat(catchThrowableOfType(SourceException.class, source::read))
        .hasMessageContaining("not ready (503)");
  }

  @Test
  void aScalarIsNoSignal() throws Exception {
    byQuery.put("C", success("{\"resultType\":\"scalar\",\"result\":[1,\"2\"]}"));
    assertThat(source.read().warnings())
        .singleElement()
        .asString()
        .contains("signal cpu", "gives a scalar");
  }

  @Test
  void aRefusedTokenIsHopelessAndNeverShown() {
    byQuery.clear();
    source = source(new TokenRef.Environment("PROM_TOKEN"));
    for (String path : List.of("query", "query_range", "alerts", "targets", "rules")) {
      server.on("/api/v1/" + path, _ -> FakeServer.json(401, "no"));
    }
    SourceException e = catchThrowableOfType(SourceException.class, source::read);
    assertThat(e.isHopeless()).isTrue();
    assertThat(e).hasMessageContaining("PROM_TOKEN").hasMessageNotContaining("very-secret");
    assertThat(server.requests().getFirst().getHeaders().get("Authorization"))
        .isEqualTo("Bearer very-secret");
  }

  private PrometheusSource source(TokenRef token) {
    return new PrometheusSource(
        new HttpSource("main", server.url(), Duration.ofSeconds(5), token, null),
        SIGNALS,
        clients,
        time,
        new LazyToken(new Tokens(Map.of("PROM_TOKEN", "very-secret")), token));
  }

  private mockwebserver3.MockResponse query(RecordedRequest request) {
    String answer = byQuery.get(form(request).queryParameter("query"));
    return FakeServer.json(answer.contains("\"error\"") ? 422 : 200, answer);
  }

  private static HttpUrl form(RecordedRequest request) {
    return HttpUrl.get("http://form.example.com/?" + request.getBody().utf8());
  }

  private static String success(String data) {
    return "{\"status\":\"success\",\"data\":" + data + "}";
  }

  private static String vector(String series) {
    return "{\"resultType\":\"vector\",\"result\":[" + series + "]}";
  }

  private static String matrix(String series) {
    return "{\"resultType\":\"matrix\",\"result\":[" + series + "]}";
  }
}
