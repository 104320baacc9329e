package io.signalbox.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The GitHub simulator behaves as docs.github.com/rest says. */
class GitHubSimulatorTest {
  @TempDir Path folder;
  @AutoClose private SimulatorRig rig;
  private DemoClient client;

  @BeforeEach
  void start() throws Exception {
    rig = new SimulatorRig(Scenario.CALM, folder);
    client = rig.client;
  }

  @Test
  void followingNextFindsEveryRunnerOnceAndOnTheSameOrigin() throws Exception {
    List<String> names = new ArrayList<>();
    Optional<String> page = Optional.of("/actions/runners?per_page=5");
    int pages = 0;
    while (page.isPresent()) {
      HttpResponse<String> answer = client.shop(page.get());
      JsonNode body = new JsonMapper().readTree(answer.body());
      assertThat(body.path("total_count").asInt()).isEqualTo(12);
      body.path("runners").forEach(r -> names.add(r.path("name").asString()));
      page = DemoClient.next(answer);
      page.ifPresent(next -> assertThat(next).startsWith(origin()));
      pages++;
    }
    assertThat(pages).isEqualTo(3);
    assertThat(names).hasSize(12).doesNotHaveDuplicates().contains("shop-runner-a");
    assertThat(names).anyMatch(n -> n.length() == 60);
  }

  @Test
  void oneFullPageHasNoLink() throws Exception {
    HttpResponse<String> answer = client.shop("/actions/runners?per_page=100");
    assertThat(answer.headers().firstValue("link")).isEmpty();
  }

  @Test
  void anUnchangedAnswerIs304AndCostsNothing() throws Exception {
    HttpResponse<String> first = client.shop("/actions/runners");
    String tag = first.headers().firstValue("etag").orElseThrow();
    HttpResponse<String> second = client.shop("/actions/runners", "If-None-Match", tag);

    assertThat(second.statusCode()).isEqualTo(304);
    assertThat(second.body()).isEmpty();
    assertThat(remaining(second)).isEqualTo(remaining(first));

    rig.world.fleet().stopService("shop-runner-b");
    rig.clock.pass(Duration.ofSeconds(2));
    HttpResponse<String> third = client.shop("/actions/runners", "If-None-Match", tag);
    assertThat(third.statusCode()).isEqualTo(200);
    assertThat(remaining(third)).isEqualTo(remaining(first) - 1);
  }

  @Test
  void theDateHeaderTellsTheSimulatedTime() throws Exception {
    assertThat(client.shop("/environments").headers().firstValue("date"))
        .contains("Wed, 04 Mar 2026 12:00:00 GMT");
  }

  @Test
  void withoutTheTokenIs401AndWithAWrongOneToo() throws Exception {
    HttpResponse<String> none = client.get(client.github() + "/repos/acme/shop/actions/runners");
    assertThat(none.statusCode()).isEqualTo(401);
    assertThat(none.body()).contains("Requires authentication");
    HttpResponse<String> wrong =
        client.get(
            client.github() + "/repos/acme/shop/actions/runners", "Authorization", "Bearer no");
    assertThat(wrong.statusCode()).isEqualTo(401);
    assertThat(wrong.body()).contains("Bad credentials");
  }

  @Test
  void whatIsNotThereIs404WithGitHubsBody() throws Exception {
    for (String path : List.of("/actions/runners/99999", "/actions/runs/1/jobs", "/nothing")) {
      HttpResponse<String> answer = client.shop(path);
      assertThat(answer.statusCode()).as(path).isEqualTo(404);
      assertThat(answer.body())
          .contains("\"message\":\"Not Found\"")
          .contains("\"status\":\"404\"");
    }
  }

  @Test
  void aRequestWithoutUserAgentIsRefused() throws Exception {
    URI api = URI.create(client.github());
    try (Socket socket = new Socket("127.0.0.1", api.getPort())) {
      String request = "GET /rate_limit HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(answer).startsWith("HTTP/1.1 403").contains("User-Agent");
    }
  }

  @Test
  void whenTheHourIsSpentItSaysSoAndCountsOn() throws Exception {
    rig.world.leaveGitHubRequests(1);
    assertThat(client.shop("/environments").statusCode()).isEqualTo(200);
    HttpResponse<String> over = client.shop("/environments");
    assertThat(over.statusCode()).isEqualTo(403);
    assertThat(remaining(over)).isZero();
    assertThat(over.body()).contains("rate limit exceeded");
  }

  @Test
  void aFaultReplacesEveryAnswerUntilItIsTakenBack() throws Exception {
    rig.world.fleet().fault(DemoService.GITHUB, new Fault.Answers(503, Map.of(), "{}"));
    assertThat(client.shop("/environments").statusCode()).isEqualTo(503);
    rig.world.fleet().fault(DemoService.GITHUB, new Fault.Down());
    assertThat(catchThrowable(() -> client.shop("/environments"))).isInstanceOf(IOException.class);
    rig.world.fleet().fault(DemoService.GITHUB, new Fault.None());
    assertThat(client.shop("/environments").statusCode()).isEqualTo(200);
  }

  private String origin() {
    try {
      return client.github() + "/";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int remaining(HttpResponse<String> answer) {
    return Integer.parseInt(answer.headers().firstValue("x-ratelimit-remaining").orElseThrow());
  }

  @Test
  void labelsAreAddedAndRemovedWithGitHubsRefusals() throws Exception {
    String labels = "/actions/runners/102/labels";
    assertThat(client.write("POST", labels, "{\"labels\":[]}").statusCode()).isEqualTo(422);
    assertThat(client.write("POST", labels, "{\"labels\":[\"Primary\"]}").statusCode())
        .isEqualTo(200);
    rig.clock.pass(Duration.ofSeconds(2));
    assertThat(client.shop(labels).body()).contains("\"Primary\"").contains("read-only");
    assertThat(client.write("DELETE", labels + "/linux", "").statusCode()).isEqualTo(422);
    assertThat(client.write("DELETE", labels + "/primary", "").statusCode()).isEqualTo(200);
    assertThat(client.write("DELETE", labels + "/primary", "").statusCode()).isEqualTo(404);
    assertThat(client.write("PUT", labels, "{\"labels\":[]}").statusCode()).isEqualTo(404);
    String dispatches = "/actions/workflows/probe.yml/dispatches";
    assertThat(client.write("POST", dispatches, "{\"ref\":\"main\"}").statusCode()).isEqualTo(204);
    assertThat(client.write("POST", dispatches, "{\"ref\":\"x\"}").statusCode()).isEqualTo(422);
  }
}
