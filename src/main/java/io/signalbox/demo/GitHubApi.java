package io.signalbox.demo;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.node.ObjectNode;

/**
 * What GitHub does around every answer: user agent, token, rate limit, entity tag. A 304 costs
 * nothing (docs.github.com, "Best practices for using the REST API").
 */
final class GitHubApi {
  private static final String DOCS = "https://docs.github.com/rest";

  private final SimulatedFleet fleet;
  private final String token;
  private final RateLimitWindow limit;
  private final GitHubRoutes routes;
  private final GitHubWrites writes;

  GitHubApi(SimulatedFleet fleet, String token, RateLimitWindow limit) {
    this.fleet = fleet;
    this.token = token;
    this.limit = limit;
    this.routes = new GitHubRoutes(fleet);
    this.writes = new GitHubWrites(fleet);
  }

  HttpAnswer answer(HttpAsk ask) {
    if (ask.header("user-agent") == null) {
      return HttpAnswer.text(
          403,
          "Request forbidden by administrative rules. Please make sure your request has a"
              + " User-Agent header ("
              + DOCS
              + "/overview/resources-in-the-rest-api"
              + "#user-agent-required). Check https://developer.github.com for other possible"
              + " causes.\n");
    }
    String given = ask.header("authorization");
    if (given == null) {
      return error(401, "Requires authentication");
    }
    if (!given.equals("Bearer " + token) && !given.equals("token " + token)) {
      return error(401, "Bad credentials");
    }
    if (!ask.method().equals("GET") && !ask.method().equals("HEAD")) {
      return written(ask);
    }
    if (ask.path().equals("/rate_limit")) {
      return rateLimit();
    }
    HttpAnswer answer = routes.answer(ask);
    return answer == null ? limited(error(404, "Not Found"), 1) : conditional(ask, answer);
  }

  /** An exhausted budget refuses before anything is changed. */
  private HttpAnswer written(HttpAsk ask) {
    if (limit.spend(0, fleet.now()).used() >= RateLimitWindow.LIMIT) {
      return limited(error(403, "API rate limit exceeded for user ID 4711."), 1);
    }
    HttpAnswer answer = writes.answer(ask);
    return limited(answer == null ? error(404, "Not Found") : answer, 1);
  }

  private HttpAnswer conditional(HttpAsk ask, HttpAnswer answer) {
    String tag = "W/\"" + digest(answer.body()) + "\"";
    boolean unchanged = tag.equals(ask.header("if-none-match"));
    HttpAnswer tagged =
        unchanged
            ? new HttpAnswer(304, Map.of(), new byte[0])
            : answer.with("Content-Type", "application/json; charset=utf-8");
    return limited(
        tagged
            .with("ETag", tag)
            .with("Cache-Control", "private, max-age=60, s-maxage=60")
            .with("x-github-media-type", "github.v3; format=json")
            .with("x-github-api-version-selected", "2022-11-28"),
        unchanged ? 0 : 1);
  }

  private HttpAnswer limited(HttpAnswer answer, int cost) {
    RateLimitWindow.State state = limit.spend(cost, fleet.now());
    HttpAnswer given =
        state.exhausted() ? error(403, "API rate limit exceeded for user ID 4711.") : answer;
    for (Map.Entry<String, String> header : state.headers().entrySet()) {
      given = given.with(header.getKey(), header.getValue());
    }
    return given;
  }

  private HttpAnswer rateLimit() {
    ObjectNode core = limit.spend(0, fleet.now()).json();
    ObjectNode body = Json.object();
    body.putObject("resources").set("core", core);
    body.set("rate", core.deepCopy());
    return limited(HttpAnswer.json(200, body), 0);
  }

  private static HttpAnswer error(int status, String message) {
    return HttpAnswer.of(
        status,
        "application/json; charset=utf-8",
        Json.object()
            .put("message", message)
            .put("documentation_url", DOCS)
            .put("status", String.valueOf(status))
            .toString());
  }

  private static String digest(byte[] body) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** A token that opens nothing but one demo world. */
  static String madeUpToken(UUID random) {
    return "demo_" + digest(random.toString().getBytes(StandardCharsets.UTF_8)).substring(0, 36);
  }
}
