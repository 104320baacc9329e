package io.signalbox.github;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import io.signalbox.model.GithubReading;
import io.signalbox.model.RateBudget;
import io.signalbox.rig.FakeServer;
import io.signalbox.snapshot.Reading;
import io.signalbox.snapshot.SourceException;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** GitHub's limits and refusals: what is waited for, what is given up, what is said. */
class GithubLimitsTest extends GithubFixture {
  private final GithubSource runnersOnly = source(List.of(), List.of("acme"));

  @Test
  void theBudgetIsReadFromTheHeadersAndSaidInAWord() throws Exception {
    org(_ -> with(FakeServer.json(200, runners(0)), budget(4812)));
    Reading<GithubReading> reading = runnersOnly.read();
    assertThat(reading.note()).isEqualTo("4\u2009812 left");
    assertThat(reading.value().budget())
        .isEqualTo(new RateBudget(5000, 4812, NOW.plusSeconds(900)));
    assertThat(runnersOnly.every()).isEqualTo(Duration.ofSeconds(15));
  }

  @Test
  void withLittleLeftPollingSlowsDownAndLeavesTheRestToActions() throws Exception {
    org(_ -> with(FakeServer.json(200, runners(0)), budget(499)));
    runnersOnly.read();
    assertThat(runnersOnly.every()).isEqualTo(Duration.ofMinutes(5));
    time.advance(Duration.ofMinutes(16)); // a new window
    assertThat(runnersOnly.every()).isEqualTo(Duration.ofSeconds(15));
  }

  @Test
  void nothingIsSentAfterTheBudgetIsUsedUp() throws Exception {
    org(_ -> with(FakeServer.json(200, runners(0)), budget(0)));
    runnersOnly.read();
    for (int i = 0; i < 60; i++) {
      SourceException e = catchThrowableOfType(SourceException.class, runnersOnly::read);
      assertThat(e.retryAfter()).isEqualTo(Duration.ofSeconds(900 - 15L * i));
      time.advance(Duration.ofSeconds(15));
    }
    assertThat(server.requests()).hasSize(1);
    runnersOnly.read();
    assertThat(server.requests()).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(ints = {403, 429})
  void aRefusalWithNothingRemainingWaitsForTheReset(int status) {
    org(_ -> with(FakeServer.json(status, "{\"message\":\"API rate limit exceeded\"}"), budget(0)));
    SourceException e = catchThrowableOfType(SourceException.class, runnersOnly::read);
    assertThat(e.retryAfter()).isEqualTo(Duration.ofSeconds(900));
    assertThat(e).hasMessageContaining("wait 15 min").hasMessageContaining("budget");
  }

  @Test
  void retryAfterIsObeyedInSecondsAndAsADate() {
    org(
        _ ->
            with(
                FakeServer.json(403, "{\"message\":\"secondary rate limit\"}"),
                "retry-after",
                "37"));
    SourceException e = catchThrowableOfType(SourceException.class, runnersOnly::read);
    assertThat(e.retryAfter()).isEqualTo(Duration.ofSeconds(37));
    assertThat(e).hasMessageContaining("wait 37 s");
    time.advance(Duration.ofSeconds(36));
    catchThrowableOfType(SourceException.class, runnersOnly::read);
    assertThat(server.requests()).hasSize(1);
    time.advance(Duration.ofSeconds(1));
    String date =
        DateTimeFormatter.RFC_1123_DATE_TIME.format(
            time.instant().plusSeconds(90).atZone(ZoneOffset.UTC));
    org(_ -> with(FakeServer.json(429, "{}"), "retry-after", date));
    assertThat(catchThrowableOfType(SourceException.class, runnersOnly::read).retryAfter())
        .isEqualTo(Duration.ofSeconds(90));
  }

  @Test
  void theSecondaryLimitDoublesFromAMinuteAndIsGivenUpAfterFive() throws Exception {
    org(_ -> FakeServer.json(403, "{\"message\":\"You have exceeded a secondary rate limit\"}"));
    for (long seconds : new long[] {60, 120, 240, 480, 960}) {
      SourceException e = catchThrowableOfType(SourceException.class, runnersOnly::read);
      assertThat(e.retryAfter()).isEqualTo(Duration.ofSeconds(seconds));
      time.advance(Duration.ofSeconds(seconds));
    }
    assertThat(catchThrowableOfType(SourceException.class, runnersOnly::read).isHopeless())
        .isTrue();
    org(_ -> FakeServer.json(200, runners(0)));
    runnersOnly.read();
    org(_ -> FakeServer.json(429, "{}"));
    assertThat(catchThrowableOfType(SourceException.class, runnersOnly::read).retryAfter())
        .isEqualTo(Duration.ofSeconds(60));
  }

  @Test
  void anUnchangedAnswerCostsNothingAndIsServedFromMemory() throws Exception {
    org(
        request ->
            "\"v1\"".equals(request.getHeaders().get("If-None-Match"))
                ? new MockResponse.Builder().code(304).build()
                : with(FakeServer.json(200, runners(1, runner(5, true))), "ETag", "\"v1\""));
    runnersOnly.read();
    assertThat(runnersOnly.read().value().runners()).singleElement().extracting("id").isEqualTo(5L);
    assertThat(server.requests().get(1).getHeaders().get("If-None-Match")).isEqualTo("\"v1\"");
  }

  @Test
  void aRefusedTokenStopsTheSweepAndIsNamedNotShown() {
    for (String part : List.of("actions/runners", "actions/runs", "deployments", "environments")) {
      server.on(SHOP + part, _ -> FakeServer.json(401, "{\"message\":\"Bad credentials\"}"));
    }
    SourceException e = catchThrowableOfType(SourceException.class, source::read);
    assertThat(e.isHopeless()).isTrue();
    assertThat(e)
        .hasMessageContaining("environment variable GITHUB_TOKEN")
        .hasMessageContaining("Bad credentials")
        .hasMessageNotContaining("canary");
    assertThat(server.requests().size()).isLessThanOrEqualTo(4);
  }

  @Test
  void aMissingPermissionIsNamed() {
    org(
        _ ->
            with(
                FakeServer.json(403, "{\"message\":\"Resource not accessible\"}"),
                "X-Accepted-GitHub-Permissions",
                "administration=read"));
    assertThat(catchThrowableOfType(SourceException.class, runnersOnly::read))
        .hasMessageContaining("administration=read")
        .hasMessageContaining("GITHUB_TOKEN");
  }

  @Test
  void singleSignOnNamesTheLinkToOpen() {
    org(
        _ ->
            with(
                FakeServer.json(403, "{\"message\":\"SAML\"}"),
                "x-github-sso",
                "required; url=https://example.com/orgs/acme/sso?authorization_request=A"));
    assertThat(catchThrowableOfType(SourceException.class, runnersOnly::read))
        .hasMessageContaining("Open https://example.com/orgs/acme/sso");
  }

  @ParameterizedTest
  @ValueSource(ints = {500, 502, 503, 504})
  void aServerErrorIsTriedTwiceMore(int status) throws Exception {
    org(
        _ ->
            server.requests().size() < 3
                ? FakeServer.json(status, "<html>")
                : FakeServer.json(200, runners(0)));
    assertThat(runnersOnly.read().partial()).isFalse();
    assertThat(server.requests()).hasSize(3);
    org(_ -> FakeServer.json(status, "<html>"));
    assertThat(catchThrowableOfType(SourceException.class, runnersOnly::read))
        .hasMessageContaining("" + status);
    assertThat(server.requests()).hasSize(6);
  }

  @Test
  void aRedirectIsFollowedAtHomeAndNeverElsewhere() throws Exception {
    org(_ -> redirect("/renamed"));
    server.on("/renamed", runners(1, runner(5, true)));
    assertThat(runnersOnly.read().value().runners()).hasSize(1);
    try (FakeServer other = FakeServer.start()) {
      org(_ -> redirect(other.url() + "/steal"));
      assertThat(catchThrowableOfType(SourceException.class, runnersOnly::read))
          .hasMessageContaining("another server, which gets no credentials");
      assertThat(other.requests()).isEmpty();
    }
    org(_ -> redirect("/orgs/acme/actions/runners?per_page=100"));
    assertThat(catchThrowableOfType(SourceException.class, runnersOnly::read))
        .hasMessageContaining("redirects");
  }

  @Test
  void theEndOfAnApiVersionAndAWrongClockAreTold() throws Exception {
    org(
        _ ->
            with(
                FakeServer.json(200, runners(0)),
                "Sunset",
                "Fri, 01 Jan 2027 00:00:00 GMT",
                "Date",
                DateTimeFormatter.RFC_1123_DATE_TIME.format(
                    NOW.minusSeconds(600).atZone(ZoneOffset.UTC))));
    Reading<GithubReading> reading = runnersOnly.read();
    assertThat(reading.partial()).isFalse();
    assertThat(reading.warnings())
        .hasSize(2)
        .anySatisfy(w -> assertThat(w).contains("01 Jan 2027"))
        .anySatisfy(w -> assertThat(w).contains("600 s ahead of GitHub's"));
    org(_ -> FakeServer.json(410, "{}"));
    assertThat(catchThrowableOfType(SourceException.class, runnersOnly::read))
        .hasMessageContaining("410");
  }

  @Test
  void aLimitInTheMiddleOfASweepKeepsWhatWasRead() throws Exception {
    server.on(
        SHOP + "deployments",
        _ -> {
          await().until(() -> server.count(SHOP + "actions/runners") > 0);
          return with(FakeServer.json(429, "{}"), "retry-after", "60");
        });
    server.on(SHOP + "actions/runners", runners(1, runner(1, false)));
    Reading<GithubReading> reading = source.read();
    assertThat(reading.value().runners()).hasSize(1);
    assertThat(reading.partial()).isTrue();
    assertThat(catchThrowableOfType(SourceException.class, source::read).retryAfter())
        .isEqualTo(Duration.ofSeconds(60));
  }

  private void org(FakeServer.Reply reply) {
    server.on("/orgs/acme/actions/runners", reply);
  }

  private static MockResponse redirect(String to) {
    return new MockResponse.Builder().code(302).addHeader("Location", to).build();
  }

  private static String[] budget(int remaining) {
    return new String[] {
      "x-ratelimit-limit",
      "5000",
      "x-ratelimit-remaining",
      "" + remaining,
      "x-ratelimit-reset",
      "" + NOW.plusSeconds(900).getEpochSecond(),
      "x-ratelimit-resource",
      "core"
    };
  }
}
