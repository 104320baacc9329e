package io.signalbox.demo;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The Alertmanager v2 API: what Prometheus has sent, what was posted, and the silences. */
final class AlertmanagerApi {
  private static final Pattern FILTER =
      Pattern.compile("\\s*([a-zA-Z_][a-zA-Z0-9_]*)\\s*(=~|!~|!=|=)\\s*\"?(.*?)\"?\\s*");
  private static final String ONE_SILENCE = "/api/v2/silence/";

  private final SimulatedFleet fleet;
  private final AlertBoard board;
  private final SilenceBook silences;
  private final AlertmanagerPosts posts;

  AlertmanagerApi(SimulatedFleet fleet, AlertBoard board) {
    this.fleet = fleet;
    this.board = board;
    this.silences = new SilenceBook(fleet.seed());
    this.posts = new AlertmanagerPosts(fleet, silences);
  }

  HttpAnswer answer(HttpAsk ask) {
    String method = ask.method().equals("HEAD") ? "GET" : ask.method();
    if (ask.path().startsWith(ONE_SILENCE)) {
      return silence(method, ask.path().substring(ONE_SILENCE.length()));
    }
    return switch (method + " " + ask.path()) {
      case "GET /api/v2/alerts" -> alerts(ask);
      case "POST /api/v2/alerts" -> posts.alerts(ask.body());
      case "GET /api/v2/silences" -> HttpAnswer.json(200, silences());
      case "POST /api/v2/silences" -> posts.silence(ask.body());
      case "GET /api/v2/status" ->
          HttpAnswer.json(200, AlertmanagerJson.status(fleet.seed().start()));
      case "GET /-/ready", "GET /-/healthy" -> HttpAnswer.text(200, "OK");
      default -> notFound(ask);
    };
  }

  private static HttpAnswer notFound(HttpAsk ask) {
    boolean known = List.of("/api/v2/alerts", "/api/v2/silences").contains(ask.path());
    String message =
        known
            ? "method " + ask.method().toUpperCase(Locale.ROOT) + " is not allowed"
            : "path " + ask.path() + " was not found";
    int status = known ? 405 : 404;
    return HttpAnswer.json(status, Json.object().put("code", status).put("message", message));
  }

  private HttpAnswer silence(String method, String id) {
    Instant now = fleet.now();
    if (method.equals("DELETE") && silences.expire(id, now)) {
      return HttpAnswer.of(200, "application/json", "");
    }
    return silences
        .find(id)
        .filter(_ -> method.equals("GET"))
        .map(s -> HttpAnswer.json(200, AlertmanagerJson.silence(s, now)))
        .orElseGet(() -> HttpAnswer.of(404, "application/json", ""));
  }

  static HttpAnswer refused(String message) {
    String quoted = JsonNodeFactory.instance.stringNode(message).toString();
    return HttpAnswer.of(400, "application/json", quoted);
  }

  private HttpAnswer alerts(HttpAsk ask) {
    List<LabelMatcher> matchers = new ArrayList<>();
    for (String filter : ask.all("filter")) {
      LabelMatcher matcher = matcher(filter);
      if (matcher == null) {
        return refused("bad matcher format: " + filter);
      }
      matchers.add(matcher);
    }
    Instant now = fleet.now();
    boolean active = !ask.parameter("active", "true").equals("false");
    boolean silenced = !ask.parameter("silenced", "true").equals("false");
    List<ObjectNode> found = new ArrayList<>();
    for (HeldAlert alert : held(now)) {
      List<Silence> by = silences.silencing(alert.labels(), now);
      boolean shown = by.isEmpty() ? active : silenced;
      if (shown && matchers.stream().allMatch(m -> m.matches(alert.labels()))) {
        found.add(AlertmanagerJson.alert(alert, by));
      }
    }
    found.sort(Comparator.comparing(a -> a.path("fingerprint").asString()));
    return HttpAnswer.json(200, Json.array().addAll(found));
  }

  private List<HeldAlert> held(Instant now) {
    List<HeldAlert> held = new ArrayList<>(posts.firing(now));
    for (SimulatedAlert alert : board.alerts(fleet.history(), now)) {
      if (alert.firing()) {
        held.add(HeldAlert.sent(alert, now));
      }
    }
    return held;
  }

  private static @Nullable LabelMatcher matcher(String filter) {
    Matcher parsed = FILTER.matcher(filter);
    if (!parsed.matches()) {
      return null;
    }
    LabelMatcher matcher = new LabelMatcher(parsed.group(1), parsed.group(2), parsed.group(3));
    return matcher.wellFormed() ? matcher : null;
  }

  private ArrayNode silences() {
    Instant now = fleet.now();
    ArrayNode all = Json.array();
    silences.all().forEach(s -> all.add(AlertmanagerJson.silence(s, now)));
    return all;
  }
}
