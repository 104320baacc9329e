package io.signalbox.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The Prometheus simulator answers the one query shape, and says so of every other. */
class PrometheusSimulatorTest {
  private static final String STATUS = "max by (hostname) (runner_status{hostname=\"build-03\"})";

  @TempDir Path folder;
  @AutoClose private SimulatorRig rig;
  private DemoClient client;

  @BeforeEach
  void start() throws Exception {
    rig = new SimulatorRig(Scenario.CALM, folder);
    client = rig.client;
  }

  @Test
  void aGroupPerLabelAndAStringForAValue() throws Exception {
    String body =
        client.query("max by (hostname) (runner_status{environment=\"production\"})").body();
    assertThat(body)
        .startsWith("{\"status\":\"success\",\"data\":{\"resultType\":\"vector\",\"result\":[")
        .contains("{\"metric\":{\"hostname\":\"runner-a\"},\"value\":[1772625600,\"1\"]}");
    assertThat(client.result("max by (hostname) (runner_status)").size()).isEqualTo(8);
    assertThat(client.result("max by (hostname, runner_name) (runner_status)").size())
        .isEqualTo(12);
    assertThat(client.result("max by (hostname) (runner_status{environment=\"other\"})")).isEmpty();
  }

  @Test
  void orTakesTheNameThatExistsAndAFormPostIsAsGood() throws Exception {
    String either =
        "max by (hostname) (runner_last_checkin{hostname=~\"runner-.\"} or"
            + " runner_last_check_in_timestamp_seconds{hostname=~\"runner-.\"})";
    assertThat(client.result(either).size()).isEqualTo(2);
    HttpResponse<String> posted =
        client.post(
            client.prometheus() + "/api/v1/query",
            "query=" + URLEncoder.encode(either, StandardCharsets.UTF_8));
    assertThat(posted.body()).isEqualTo(client.query(either).body());
  }

  @Test
  void theTimestampIsThatOfTheScrapeAndFollowsEveryFiveSeconds() throws Exception {
    String query = "max by (hostname) (timestamp(runner_status{hostname=\"runner-a\"}))";
    double first = Double.parseDouble(client.only(query));
    assertThat(SimulatorRig.NOON.getEpochSecond() - first).isBetween(0.0, 5.0);
    rig.clock.pass(Duration.ofSeconds(5));
    assertThat(Double.parseDouble(client.only(query)) - first).isEqualTo(5.0);
  }

  @Test
  void otherQueriesAre422AndBrokenOnes400() throws Exception {
    for (String other :
        List.of(
            "up",
            "runner_status{environment=\"production\"}",
            "rate(http_requests_total[5m])",
            "max(runner_status)",
            "sum by (hostname) (runner_status)",
            "max by (hostname) (runner_status) > 0",
            "max by (hostname) (rate(runner_status[5m]))")) {
      HttpResponse<String> answer = client.query(other);
      assertThat(answer.statusCode()).as(other).isEqualTo(422);
      assertThat(answer.body()).contains("\"errorType\":\"execution\"").contains("not simulated");
    }
    for (String broken :
        List.of("", "max by (", "max by (a) (b{c=\"d)", "max by (a) (b{c=~\"(\"})", "a)")) {
      HttpResponse<String> answer = client.query(broken);
      assertThat(answer.statusCode()).as(broken).isEqualTo(400);
      assertThat(answer.body()).contains("\"errorType\":\"bad_data\"");
    }
  }

  @Test
  void aStoppedExportersSeriesVanishAtTheNextScrape() throws Exception {
    assertThat(client.only(STATUS)).isEqualTo("1");
    rig.world.fleet().dropExporter("build-03");
    rig.clock.pass(Duration.ofSeconds(5));
    assertThat(client.result(STATUS)).isEmpty();
    assertThat(target("shop-build-05").path("health").asString()).isEqualTo("down");
    assertThat(target("shop-build-05").path("lastError").asString()).contains("refused");
    assertThat(rig.world.fleet().online("shop-build-05")).as("GitHub still sees it").isTrue();

    rig.world.fleet().returnExporter("build-03");
    rig.clock.pass(Duration.ofSeconds(5));
    assertThat(client.only(STATUS)).isEqualTo("1");
    assertThat(target("shop-build-05").path("health").asString()).isEqualTo("up");
  }

  private JsonNode target(String runner) throws Exception {
    JsonNode all = client.json(client.prometheus() + "/api/v1/targets?state=active").path("data");
    for (JsonNode target : all.path("activeTargets")) {
      if (target.path("labels").path("runner_name").asString().equals(runner)) {
        return target;
      }
    }
    throw new AssertionError("no target of " + runner);
  }

  @Test
  void aRangeHasAPointPerStepAndAgreesWithTheInstants() throws Exception {
    String query = "max by (hostname) (runner_cpu_usage_percent{hostname=\"build-01\"})";
    String range =
        "/api/v1/query_range?start=1772618400&end=1772625600&step=60s&query="
            + URLEncoder.encode(query, StandardCharsets.UTF_8);
    JsonNode values =
        client.json(client.prometheus() + range).path("data").path("result").get(0).path("values");
    assertThat(values.size()).isEqualTo(121);
    assertThat(values.get(120).get(1).asString()).isEqualTo(client.only(query));
    long different =
        StreamSupport.stream(values.spliterator(), false)
            .map(v -> v.get(1).asString())
            .distinct()
            .count();
    assertThat(different).isGreaterThan(60);
  }

  @Test
  void rangesThatMakeNoSenseAre400() throws Exception {
    for (String wrong :
        List.of(
            "start=10&end=5&step=1",
            "start=1&end=5&step=0",
            "start=1&end=50000&step=1",
            "start=x&end=5&step=1")) {
      String url = client.prometheus() + "/api/v1/query_range?query=up&" + wrong;
      assertThat(client.get(url).statusCode()).as(wrong).isEqualTo(400);
    }
  }

  @Test
  void whatIsNoUrlIs400() throws Exception {
    assertThat(client.get(client.prometheus() + "/api/v1/query?query=a").statusCode())
        .isEqualTo(422);
    int port = URI.create(client.prometheus()).getPort();
    try (Socket socket = new Socket("127.0.0.1", port)) {
      String request = "GET /api/v1/query?query=%zz HTTP/1.1\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
          .startsWith("HTTP/1.1 400 Bad Request");
    }
  }

  @Test
  void itIsReadyAndSaysWhoItIs() throws Exception {
    assertThat(client.get(client.prometheus() + "/-/ready").body())
        .isEqualTo("Prometheus Server is Ready.\n");
    assertThat(
            client
                .json(client.prometheus() + "/api/v1/status/buildinfo")
                .path("data")
                .path("version")
                .asString())
        .isEqualTo("2.42.0");
    assertThat(client.get(client.prometheus() + "/api/v1/nothing").statusCode()).isEqualTo(404);
  }
}
