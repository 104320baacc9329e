package io.signalbox.github;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.signalbox.model.Deployment;
import io.signalbox.model.GithubReading;
import io.signalbox.model.GithubRunner;
import io.signalbox.model.WorkflowRun;
import io.signalbox.rig.FakeServer;
import io.signalbox.snapshot.Reading;
import io.signalbox.snapshot.SourceException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import mockwebserver3.MockResponse;
import okhttp3.Headers;
import org.junit.jupiter.api.Test;

/** What a sweep reads, remembers and keeps. */
class GithubSweepTest extends GithubFixture {
  @Test
  void runnersAreReadWithTheHeadersGithubAsksFor() throws Exception {
    Reading<GithubReading> reading = source.read();
    assertThat(reading.partial()).isFalse();
    assertThat(reading.value().runners())
        .containsExactly(
            new GithubRunner(
                1,
                "acme/shop",
                "shop-runner-a",
                "Linux",
                true,
                false,
                List.of("self-hosted", "production")),
            new GithubRunner(
                2,
                "acme/shop",
                "shop-runner-b",
                "Linux",
                true,
                true,
                List.of("self-hosted", "production")));
    Headers headers = server.requests().getFirst().getHeaders();
    assertThat(headers.get("Accept")).isEqualTo("application/vnd.github+json");
    assertThat(headers.get("X-GitHub-Api-Version")).isEqualTo("2022-11-28");
    assertThat(headers.get("User-Agent")).isEqualTo("signalbox");
    assertThat(headers.get("Authorization")).isEqualTo("Bearer ghp_canary");
    assertThat(server.mostInFlight()).isLessThanOrEqualTo(4);
  }

  @Test
  void organizationsAreAskedForTheirRunnersOnly() throws Exception {
    server.on("/orgs/acme/actions/runners", runners(1, runner(7, false)));
    Reading<GithubReading> reading = source(List.of(), List.of("acme")).read();
    assertThat(reading.value().runners())
        .singleElement()
        .extracting(GithubRunner::registeredAt)
        .isEqualTo("acme");
    assertThat(server.requests()).hasSize(1);
  }

  @Test
  void pagesAreFollowedAsTheServerNamesThem() throws Exception {
    page(
        1,
        runners(2, runner(1, false)),
        server.url() + SHOP + "actions/runners?per_page=100&page=2");
    page(2, runners(2, runner(2, false)), null);
    Reading<GithubReading> reading = source.read();
    assertThat(reading.value().runners()).extracting(GithubRunner::id).containsExactly(1L, 2L);
    assertThat(reading.partial()).isFalse();
  }

  @Test
  void tenThousandRunnersOnAHundredPagesAreRead() throws Exception {
    for (int page = 1; page <= 100; page++) {
      long from = (page - 1) * 100L;
      String[] runners =
          LongStream.range(from, from + 100)
              .mapToObj(
                  id -> runner(1, false).replace("\"id\":1,\"name", "\"id\":" + id + ",\"name"))
              .toArray(String[]::new);
      String next = server.url() + SHOP + "actions/runners?per_page=100&page=" + (page + 1);
      page(page, runners(10_000, runners), page == 100 ? null : next);
    }
    Reading<GithubReading> reading = source.read();
    assertThat(reading.value().runners()).hasSize(10_000);
    assertThat(reading.warnings()).isEmpty();
    assertThat(server.count(SHOP + "actions/runners")).isEqualTo(100);
  }

  @Test
  void aQueuedRunIsNotGoneBecauseItsPageFailed() throws Exception {
    String queued = SHOP + "actions/runs?per_page=50&exclude_pull_requests=true&status=queued";
    server.on(queued, runs(run(1, "queued"))).on(SHOP + "actions/runs/1/jobs", jobs(1, "queued"));
    source.read();
    server.on(queued, _ -> FakeServer.json(500, "{}"));
    Reading<GithubReading> reading = source.read();
    assertThat(reading.value().runs()).singleElement().extracting(WorkflowRun::id).isEqualTo(1L);
    assertThat(reading.warnings()).singleElement().asString().contains("queued runs of acme/shop");
  }

  @Test
  void aNextLinkToAnotherOriginIsNotFollowedAndNothingDisappears() throws Exception {
    source.read();
    try (FakeServer other = FakeServer.start()) {
      page(1, runners(2, runner(1, true)), other.url() + "/steal?page=2");
      Reading<GithubReading> reading = source.read();
      assertThat(other.requests()).isEmpty();
      assertThat(reading.partial()).isTrue();
      assertThat(reading.warnings())
          .singleElement()
          .asString()
          .contains("acme/shop", "leaves the API's origin");
      assertThat(reading.value().runners())
          .extracting(GithubRunner::busy)
          .containsExactly(true, true);
    }
  }

  @Test
  void aFailingSecondPageKeepsTheRunnersKnownBefore() throws Exception {
    source.read();
    page(
        1,
        runners(3, runner(1, true)),
        server.url() + SHOP + "actions/runners?per_page=100&page=2");
    server.on(
        SHOP + "actions/runners?per_page=100&page=2",
        _ -> FakeServer.json(502, "<html>unicorn</html>"));
    Reading<GithubReading> reading = source.read();
    assertThat(reading.partial()).isTrue();
    assertThat(reading.warnings()).singleElement().asString().contains("Page 2 failed", "502");
    assertThat(reading.value().runners()).extracting(GithubRunner::id).containsExactly(1L, 2L);
    assertThat(pauses).hasSize(2);
  }

  @Test
  void pagesInACircleEnd() throws Exception {
    page(1, runners(5, runner(1, false)), server.url() + SHOP + "actions/runners?per_page=100");
    assertThat(source.read().warnings()).singleElement().asString().contains("circle");
  }

  @Test
  void aCountThatIsNotReachedIsAGap() throws Exception {
    server.on(SHOP + "actions/runners", runners(9, runner(1, false)));
    assertThat(source.read().warnings())
        .singleElement()
        .asString()
        .contains("counts 9 and listed 1");
  }

  @Test
  void aRunnerThatAWholeListingLeavesOutIsGone() throws Exception {
    source.read();
    server.on(SHOP + "actions/runners", runners(1, runner(2, false)));
    assertThat(source.read().value().runners()).extracting(GithubRunner::id).containsExactly(2L);
  }

  @Test
  void oneRepositoryFailingIsNamedAndKeepsItsOldData() throws Exception {
    calm("/repos/acme/blog/");
    GithubSource both = source(List.of("acme/shop", "acme/blog"), List.of());
    both.read();
    for (String part : List.of("actions/runners", "actions/runs", "deployments", "environments")) {
      server.on(SHOP + part, _ -> FakeServer.json(404, "{\"message\":\"Not Found\"}"));
    }
    Reading<GithubReading> reading = both.read();
    assertThat(reading.value().runners()).hasSize(2);
    assertThat(reading.partial()).isTrue();
    assertThat(reading.warnings())
        .hasSize(3)
        .allSatisfy(w -> assertThat(w).contains("acme/shop", "may not see it"));
  }

  @Test
  void everythingFailingFailsTheSweep() {
    SourceException e =
        catchThrowableOfType(SourceException.class, source(List.of("acme/none"), List.of())::read);
    assertThat(e)
        .hasMessageContaining("404")
        .hasMessageContaining("GITHUB_TOKEN")
        .hasMessageNotContaining("canary");
  }

  @Test
  void unfinishedRunsHaveTheirJobsReadEverySweepFinishedOnesOnce() throws Exception {
    server.on(SHOP + "actions/runs", runs(run(3, "completed"), run(2, "in_progress")));
    server.on(SHOP + "actions/runs/2/jobs", jobs(2, "in_progress"));
    server.on(SHOP + "actions/runs/3/jobs", jobs(3, "completed"));
    source.read();
    WorkflowRun run = source.read().value().runs().get(1);
    assertThat(run.id()).isEqualTo(2);
    assertThat(run.jobsRead()).isTrue();
    assertThat(run.actor()).isEqualTo("ana");
    assertThat(run.jobs().getFirst().runnerName()).isEqualTo("shop-runner-b");
    assertThat(run.jobs().getFirst().steps().getFirst().name()).isEqualTo("Checkout");
    assertThat(server.count(SHOP + "actions/runs/2/jobs")).isEqualTo(2);
    assertThat(server.count(SHOP + "actions/runs/3/jobs")).isEqualTo(1);
    // What has just finished is read once more: its last steps were not there before.
    server.on(SHOP + "actions/runs", runs(run(3, "completed"), run(2, "completed")));
    source.read();
    source.read();
    assertThat(server.count(SHOP + "actions/runs/2/jobs")).isEqualTo(3);
  }

  @Test
  void aFirstSweepReadsTenFinishedJobListsAndSaysWhichAreNotRead() throws Exception {
    server.on(
        SHOP + "actions/runs",
        runs(
            IntStream.rangeClosed(1, 40)
                .mapToObj(i -> run(i, "completed"))
                .toArray(String[]::new)));
    IntStream.rangeClosed(1, 40)
        .forEach(i -> server.on(SHOP + "actions/runs/" + i + "/jobs", jobs(i, "completed")));
    assertThat(source.read().value().runs())
        .filteredOn(WorkflowRun::jobsRead)
        .hasSize(10)
        .first()
        .extracting(WorkflowRun::id)
        .isEqualTo(40L);
    source.read();
    source.read();
    assertThat(source.read().value().runs()).filteredOn(WorkflowRun::jobsRead).hasSize(30);
    assertThat(source.read().partial()).isFalse();
  }

  @Test
  void aQueuedRunBeyondTheNewestFiftyIsFound() throws Exception {
    server.on(
        SHOP + "actions/runs?per_page=50&exclude_pull_requests=true&status=queued",
        runs(run(1, "queued")));
    server.on(SHOP + "actions/runs/1/jobs", jobs(1, "queued"));
    assertThat(source.read().value().runs())
        .singleElement()
        .extracting(WorkflowRun::status)
        .isEqualTo("queued");
  }

  @Test
  void deploymentsCarryTheirNewestStatusAndWhatCannotChangeIsRemembered() throws Exception {
    server.on(
        SHOP + "deployments",
        "["
            + deployment(11)
            + ","
            + deployment(12)
            + ","
            + deployment(13)
            + ","
            + deployment(14)
            + "]");
    server.on(SHOP + "deployments/11/statuses", status("success"));
    server.on(SHOP + "deployments/14/statuses", status("failure"));
    server.on(SHOP + "deployments/12/statuses", status("in_progress"));
    server.on(SHOP + "deployments/13/statuses", "[]");
    source.read();
    List<Deployment> deployments = source.read().value().deployments();
    assertThat(deployments)
        .extracting(Deployment::state)
        .containsExactly("success", "in_progress", "unknown", "failure");
    assertThat(deployments.getFirst().endedAt()).isEqualTo(deployments.getFirst().stateAt());
    assertThat(deployments.get(1).endedAt()).isNull();
    assertThat(deployments.getFirst().runUrl()).isEqualTo("https://example.com/run/1");
    assertThat(deployments.get(1).inFlight()).isTrue();
    assertThat(server.count(SHOP + "deployments/14/statuses")).isEqualTo(1);
    assertThat(server.count(SHOP + "deployments/11/statuses"))
        .as("a success may still become inactive")
        .isEqualTo(2);
    assertThat(server.count(SHOP + "deployments/12/statuses")).isEqualTo(2);
  }

  @Test
  void environmentsAreAskedEveryFiveMinutes() throws Exception {
    server.on(
        SHOP + "environments",
        "{\"total_count\":1,\"environments\":[{\"id\":1,\"name\":\"production\","
            + "\"html_url\":\"u\",\"protection_rules\":[]}]}");
    source.read();
    assertThat(source.read().value().environments())
        .singleElement()
        .extracting("name")
        .isEqualTo("production");
    assertThat(server.count(SHOP + "environments")).isEqualTo(1);
    time.advance(Duration.ofMinutes(5));
    source.read();
    assertThat(server.count(SHOP + "environments")).isEqualTo(2);
  }

  @Test
  void wordsGithubMayAddLaterAreKeptAndWrongTypesAreNamed() throws Exception {
    server.on(SHOP + "actions/runs", runs(run(1, "pondering")));
    server.on(SHOP + "actions/runs/1/jobs", jobs(1, "pondering"));
    assertThat(source.read().value().runs().getFirst().jobs().getFirst().status())
        .isEqualTo("pondering");
    server.on(SHOP + "actions/runners", "{\"total_count\":1,\"runners\":[{\"id\":\"x\"}]}");
    Reading<GithubReading> reading = source.read();
    assertThat(reading.warnings())
        .singleElement()
        .asString()
        .contains("runners.0.id should be a whole number");
    assertThat(reading.value().runners()).hasSize(2);
  }

  @Test
  void aRunnerIsReadLivePastTheCache() throws Exception {
    AtomicInteger asked = new AtomicInteger();
    server.on(
        SHOP + "actions/runners/2",
        _ ->
            with(FakeServer.json(200, runner(2, asked.incrementAndGet() > 1)), "ETag", "\"same\""));
    assertThat(source.runner("acme/shop", 2).orElseThrow().busy()).isFalse();
    assertThat(source.runner("acme/shop", 2).orElseThrow().busy()).isTrue();
    assertThat(server.requests())
        .allSatisfy(r -> assertThat(r.getHeaders().get("If-None-Match")).isNull());
    assertThat(source.runner("acme/shop", 99)).isEmpty();
    server.on(SHOP + "actions/runners/3", _ -> FakeServer.json(500, "{}"));
    assertThat(catchThrowableOfType(SourceException.class, () -> source.runner("acme/shop", 3)))
        .hasMessageContaining("500");
  }

  private void page(int number, String body, String next) {
    MockResponse response = FakeServer.json(200, body);
    MockResponse linked =
        next == null
            ? response
            : with(
                response,
                "Link",
                "<"
                    + server.url()
                    + "/prev>; rel=\"prev\", <"
                    + next
                    + ">; rel=\"next\", <x>; rel=\"last\"");
    String path = SHOP + "actions/runners";
    server.on(number == 1 ? path : path + "?per_page=100&page=" + number, _ -> linked);
  }

  private static String deployment(long id) {
    return """
    {"id":%d,"environment":"production","ref":"main","sha":"abc","task":"deploy","creator":null,
    "created_at":"2026-11-24T09:00:00Z"}\
    """
        .formatted(id);
  }

  private static String status(String state) {
    return """
    [{"state":"%s","created_at":"2026-11-24T09:05:00Z","log_url":"https://example.com/run/1",
    "target_url":"t"},
    {"state":"queued","created_at":"2026-11-24T09:01:00Z"}]\
    """
        .formatted(state);
  }
}
