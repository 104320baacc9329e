package io.signalbox.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The Alertmanager simulator shows what fires, filters it, and takes silences. */
class AlertmanagerSimulatorTest {
  @TempDir Path folder;
  @AutoClose private SimulatorRig rig;
  private DemoClient client;

  @BeforeEach
  void start() throws Exception {
    rig = new SimulatorRig(Scenario.PRIMARY_OFFLINE, folder);
    client = rig.client;
  }

  @Test
  void aFiringAlertIsRenewedEveryMinute() throws Exception {
    JsonNode alert = only("");
    assertThat(alert.path("labels").path("runner_name").asString()).isEqualTo("shop-runner-a");
    assertThat(alert.path("status").path("state").asString()).isEqualTo("active");
    assertThat(alert.path("fingerprint").asString()).matches("[0-9a-f]{16}");
    String deadline = alert.path("endsAt").asString();
    rig.clock.pass(Duration.ofMinutes(1));
    JsonNode later = only("");
    assertThat(later.path("endsAt").asString()).isGreaterThan(deadline);
    assertThat(later.path("startsAt").asString()).isEqualTo(alert.path("startsAt").asString());
  }

  @Test
  void filtersNarrowTheListAndABadOneIsRefused() throws Exception {
    assertThat(alerts("?filter=severity%3D%22critical%22").size()).isEqualTo(1);
    assertThat(alerts("?filter=severity%3D%22warning%22")).isEmpty();
    assertThat(alerts("?filter=alertname%3D~%22Runner.*%22").size()).isEqualTo(1);
    assertThat(alerts("?active=false")).isEmpty();
    HttpResponse<String> bad = client.get(client.alertmanager() + "/api/v2/alerts?filter=bad");
    assertThat(bad.statusCode()).isEqualTo(400);
    assertThat(bad.body()).isEqualTo("\"bad matcher format: bad\"");
  }

  @Test
  void aSilenceSuppressesUntilItEnds() throws Exception {
    String body =
        """
        {"matchers":[{"name":"alertname","value":"RunnerOffline","isRegex":false}],
         "startsAt":"2026-03-04T11:00:00Z","endsAt":"2026-03-04T12:10:00Z",
         "createdBy":"ana","comment":"known"}\
        """;
    HttpResponse<String> created =
        client.send("POST", client.alertmanager() + "/api/v2/silences", body);
    assertThat(created.statusCode()).isEqualTo(200);
    String id = created.body().replaceAll(".*:\"|\"}", "");
    assertThat(only("").path("status").toString())
        .contains("\"state\":\"suppressed\"", "\"silencedBy\":[\"" + id + "\"]");
    assertThat(alerts("?silenced=false")).isEmpty();

    rig.clock.pass(Duration.ofMinutes(11));
    assertThat(only("").path("status").path("state").asString()).isEqualTo("active");
  }

  @Test
  void aSilenceCanBeTakenBackAndOneInThePastIsRefused() throws Exception {
    String url = client.alertmanager() + "/api/v2/silences";
    String open =
        """
        {"matchers":[{"name":"severity","value":"crit.*","isRegex":true}],
         "endsAt":"%s","createdBy":"ana","comment":"known"}\
        """;
    String id =
        client
            .send("POST", url, open.formatted("2026-03-04T13:00:00Z"))
            .body()
            .replaceAll(".*:\"|\"}", "");
    assertThat(only("").path("status").path("state").asString()).isEqualTo("suppressed");
    String one = client.alertmanager() + "/api/v2/silence/" + id;
    assertThat(client.send("DELETE", one, "").statusCode()).isEqualTo(200);
    assertThat(only("").path("status").path("state").asString()).isEqualTo("active");
    assertThat(client.json(one).path("status").path("state").asString()).isEqualTo("expired");

    assertThat(client.send("POST", url, open.formatted("2026-03-04T10:00:00Z")).statusCode())
        .isEqualTo(400);
    assertThat(client.send("POST", url, "no json").statusCode()).isEqualTo(400);
  }

  @Test
  void whatIsNotThereSaysSo() throws Exception {
    HttpResponse<String> nothing = client.get(client.alertmanager() + "/api/v2/nothing");
    assertThat(nothing.statusCode()).isEqualTo(404);
    assertThat(nothing.body())
        .isEqualTo("{\"code\":404,\"message\":\"path /api/v2/nothing was not found\"}");
    assertThat(client.get(client.alertmanager() + "/-/ready").body()).isEqualTo("OK");
  }

  private JsonNode alerts(String query) throws Exception {
    return client.json(client.alertmanager() + "/api/v2/alerts" + query);
  }

  private JsonNode only(String query) throws Exception {
    JsonNode all = alerts(query);
    assertThat(all.size()).isEqualTo(1);
    return all.get(0);
  }
}
