package io.signalbox.demo;

import java.time.Instant;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The part of the Prometheus HTTP API that the console uses, answered from the fleet. */
final class PrometheusApi {
  private static final long MOST_POINTS = 11_000;

  private final SimulatedFleet fleet;
  private final QueryEvaluator evaluator;
  private final PrometheusPages pages;

  PrometheusApi(SimulatedFleet fleet, SeriesSource series, AlertBoard board) {
    this.fleet = fleet;
    this.evaluator = new QueryEvaluator(series);
    this.pages = new PrometheusPages(fleet, series, board);
  }

  HttpAnswer answer(HttpAsk ask) {
    boolean query = ask.path().startsWith("/api/v1/query");
    boolean reads = ask.method().equals("GET") || ask.method().equals("HEAD");
    if (!reads && !(query && ask.method().equals("POST"))) {
      return HttpAnswer.text(405, "Method Not Allowed")
          .with("Allow", query ? "GET, OPTIONS, POST" : "GET, OPTIONS");
    }
    try {
      return switch (ask.path()) {
        case "/api/v1/query" -> success(instant(ask));
        case "/api/v1/query_range" -> success(range(ask));
        case "/api/v1/alerts" -> success(pages.alerts());
        case "/api/v1/rules" -> success(pages.rules());
        case "/api/v1/targets" -> success(pages.targets(ask.parameter("state", "any")));
        case "/api/v1/status/buildinfo" -> success(PrometheusPages.buildInfo());
        case "/-/ready" -> HttpAnswer.text(200, "Prometheus Server is Ready.\n");
        case "/-/healthy" -> HttpAnswer.text(200, "Prometheus Server is Healthy.\n");
        default -> HttpAnswer.text(404, "404 page not found\n");
      };
    } catch (QueryRefused e) {
      ObjectNode error = Json.object().put("status", "error").put("errorType", e.type());
      return HttpAnswer.json(e.status(), error.put("error", e.getMessage()));
    }
  }

  private static HttpAnswer success(JsonNode data) {
    return HttpAnswer.json(200, Json.object().put("status", "success").set("data", data));
  }

  private ObjectNode instant(HttpAsk ask) throws QueryRefused {
    String time = ask.parameter("time");
    Instant t = time == null ? fleet.now() : PrometheusTime.instant("time", time);
    MaxBy query = QueryParser.parse(ask.parameter("query", ""));
    ArrayNode result = Json.array();
    for (QueryEvaluator.Group group : evaluator.at(fleet.history(), query, t).values()) {
      ObjectNode entry = Json.object();
      entry.set("metric", Json.labels(group.labels()));
      entry.set("value", Json.pair(t.toEpochMilli(), group.value()));
      result.add(entry);
    }
    ObjectNode data = Json.object().put("resultType", "vector");
    data.set("result", result);
    return data;
  }

  private ObjectNode range(HttpAsk ask) throws QueryRefused {
    long from = PrometheusTime.instant("start", ask.parameter("start")).toEpochMilli();
    long to = PrometheusTime.instant("end", ask.parameter("end")).toEpochMilli();
    if (to < from) {
      throw QueryRefused.parameter("end", "end timestamp must not be before start time");
    }
    long step = PrometheusTime.step(ask.parameter("step"));
    if ((to - from) / step > MOST_POINTS) {
      throw QueryRefused.tooFine();
    }
    MaxBy query = QueryParser.parse(ask.parameter("query", ""));
    FleetHistory history = fleet.history();
    SortedMap<String, ObjectNode> found = new TreeMap<>();
    for (long at = from; at <= to; at += step) {
      SortedMap<String, QueryEvaluator.Group> groups =
          evaluator.at(history, query, Instant.ofEpochMilli(at));
      for (Map.Entry<String, QueryEvaluator.Group> group : groups.entrySet()) {
        ObjectNode entry = found.computeIfAbsent(group.getKey(), _ -> entry(group.getValue()));
        entry.withArray("values").add(Json.pair(at, group.getValue().value()));
      }
    }
    ObjectNode data = Json.object().put("resultType", "matrix");
    data.putArray("result").addAll(found.values());
    return data;
  }

  private static ObjectNode entry(QueryEvaluator.Group group) {
    ObjectNode entry = Json.object();
    entry.set("metric", Json.labels(group.labels()));
    entry.putArray("values");
    return entry;
  }
}
