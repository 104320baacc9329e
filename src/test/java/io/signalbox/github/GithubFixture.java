package io.signalbox.github;

import io.signalbox.http.HttpClients;
import io.signalbox.profile.TokenRef;
import io.signalbox.rig.FakeServer;
import io.signalbox.rig.VirtualTime;
import io.signalbox.secret.LazyToken;
import io.signalbox.secret.Tokens;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.AfterEach;

/** A scripted GitHub with one repository, {@code acme/shop}, in which little happens. */
abstract class GithubFixture {
  static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");
  static final String SHOP = "/repos/acme/shop/";

  final VirtualTime time = new VirtualTime(NOW);
  final FakeServer server = FakeServer.start();
  final HttpClients clients = new HttpClients();
  final List<Duration> pauses = Collections.synchronizedList(new ArrayList<>());
  final GithubSource source = source(List.of("acme/shop"), List.of());

  GithubFixture() {
    calm("/repos/acme/shop/");
    server.on(SHOP + "actions/runners", runners(2, runner(1, false), runner(2, true)));
  }

  @AfterEach
  void stop() {
    clients.close();
    server.close();
  }

  final GithubSource source(List<String> repositories, List<String> organizations) {
    TokenRef token = new TokenRef.Environment("GITHUB_TOKEN");
    return new GithubSource(
        new io.signalbox.profile.GithubSource(
            server.url(), Duration.ofSeconds(15), repositories, organizations, token, null),
        clients,
        time,
        new LazyToken(new Tokens(Map.of("GITHUB_TOKEN", "ghp_canary")), token),
        pauses::add);
  }

  final void calm(String repository) {
    server
        .on(repository + "actions/runners", runners(0))
        .on(repository + "actions/runs", runs())
        .on(repository + "deployments", "[]")
        .on(repository + "environments", "{\"total_count\":0,\"environments\":[]}");
  }

  static String runner(long id, boolean busy) {
    return """
    {"id":%d,"name":"shop-runner-%c","os":"Linux","status":"online","busy":%s,"ephemeral":false,
    "labels":[{"id":1,"name":"self-hosted","type":"read-only"},{"id":2,"name":"production",
    "type":"custom"}]}\
    """
        .formatted(id, (char) ('a' + id - 1), busy);
  }

  static String runners(int total, String... runners) {
    return "{\"total_count\":" + total + ",\"runners\":[" + String.join(",", runners) + "]}";
  }

  static String runs(String... runs) {
    return "{\"total_count\":"
        + runs.length
        + ",\"workflow_runs\":["
        + String.join(",", runs)
        + "]}";
  }

  static String run(long id, String status) {
    return """
    {"id":%d,"name":"Deploy","path":".github/workflows/deploy.yml","run_number":%d,
    "run_attempt":1,"event":"push",
    "display_title":"t","head_branch":"main","head_sha":"abc","status":"%s","conclusion":%s,
    "actor":{"login":"ana"},
    "created_at":"2026-11-24T09:%02d:00Z","updated_at":"2026-11-24T09:59:00Z",
    "html_url":"https://example.com/%d"}\
    """
        .formatted(
            id, id, status, status.equals("completed") ? "\"success\"" : "null", id % 60, id);
  }

  static String jobs(long run, String status) {
    return """
    {"total_count":1,"jobs":[{"id":%d,"run_id":%d,"name":"Deploy to production","status":"%s",
    "conclusion":null,
    "created_at":"2026-11-24T09:50:00Z","started_at":"2026-11-24T09:51:00Z","completed_at":null,
    "runner_name":"shop-runner-b",
    "labels":["self-hosted"],"html_url":"u","steps":[{"number":1,"name":"Checkout",
    "status":"completed","conclusion":"success",
    "started_at":"2026-11-24T09:51:00Z","completed_at":"2026-11-24T09:51:09Z"}]}]}\
    """
        .formatted(run * 10, run, status);
  }

  static MockResponse with(MockResponse response, String... headers) {
    MockResponse.Builder builder = response.newBuilder();
    for (int i = 0; i < headers.length; i += 2) {
      builder.addHeader(headers[i], headers[i + 1]);
    }
    return builder.build();
  }
}
