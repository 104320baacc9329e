package io.signalbox.demo;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Alerts, rules and targets in the words of Prometheus (shapes as 2.42 answers them). */
final class PrometheusPages {
  private static final double TOOK = 0.004;

  private final SimulatedFleet fleet;
  private final SeriesSource series;
  private final AlertBoard board;

  PrometheusPages(SimulatedFleet fleet, SeriesSource series, AlertBoard board) {
    this.fleet = fleet;
    this.series = series;
    this.board = board;
  }

  static ObjectNode buildInfo() {
    return Json.object()
        .put("version", "2.42.0")
        .put("revision", "demo")
        .put("branch", "demo")
        .put("buildUser", "demo@example.com")
        .put("buildDate", "20260101-00:00:00")
        .put("goVersion", "none");
  }

  ObjectNode alerts() {
    ObjectNode data = Json.object();
    ArrayNode all = data.putArray("alerts");
    board.alerts(fleet.history(), fleet.now()).forEach(a -> all.add(alert(a)));
    return data;
  }

  private static ObjectNode alert(SimulatedAlert alert) {
    ObjectNode node = Json.object();
    node.set("labels", Json.labels(alert.labels()));
    node.set("annotations", Json.labels(alert.annotations()));
    return node.put("state", alert.firing() ? "firing" : "pending")
        .put("activeAt", alert.activeAt().toString())
        .put("value", Json.scientific(alert.value()));
  }

  ObjectNode rules() {
    List<SimulatedAlert> alerts = board.alerts(fleet.history(), fleet.now());
    ObjectNode data = Json.object();
    ArrayNode groups = data.putArray("groups");
    groups.add(group("github_runner_health", AlertBoard.HEALTH_RULES, alerts));
    if (!board.backgroundRules().isEmpty()) {
      groups.add(group("fleet", board.backgroundRules(), alerts));
    }
    return data;
  }

  private ObjectNode group(String name, List<AlertRule> rules, List<SimulatedAlert> alerts) {
    String evaluated = AlertBoard.evaluatedAt(fleet.now()).toString();
    ObjectNode group = Json.object().put("name", name).put("file", "/etc/prometheus/rules.yml");
    ArrayNode all = group.putArray("rules");
    for (AlertRule rule : rules) {
      all.add(rule(rule, alerts.stream().filter(a -> a.rule().equals(rule)).toList(), evaluated));
    }
    return group
        .put("interval", AlertBoard.EVERY.toSeconds())
        .put("limit", 0)
        .put("evaluationTime", TOOK)
        .put("lastEvaluation", evaluated);
  }

  private static ObjectNode rule(AlertRule rule, List<SimulatedAlert> alerts, String evaluated) {
    boolean firing = alerts.stream().anyMatch(SimulatedAlert::firing);
    String state = firing ? "firing" : alerts.isEmpty() ? "inactive" : "pending";
    ObjectNode node =
        Json.object()
            .put("state", state)
            .put("name", rule.name())
            .put("query", rule.query())
            .put("duration", rule.holds().toSeconds())
            .put("keepFiringFor", 0);
    node.putObject("labels").put("severity", rule.severity());
    node.putObject("annotations").put("summary", rule.summary());
    ArrayNode all = node.putArray("alerts");
    alerts.forEach(a -> all.add(alert(a)));
    return node.put("health", "ok")
        .put("evaluationTime", TOOK)
        .put("lastEvaluation", evaluated)
        .put("type", "alerting");
  }

  ObjectNode targets(String state) {
    ObjectNode data = Json.object();
    ArrayNode active = data.putArray("activeTargets");
    if (!state.equals("dropped")) {
      Stream<ScrapeTarget> all = series.targets().stream();
      all.forEach(target -> active.add(target(target)));
    }
    data.putArray("droppedTargets");
    return data;
  }

  private ObjectNode target(ScrapeTarget target) {
    Instant scraped = target.scrapedAt(fleet.now());
    SimulatedHost host = target.runner().host();
    boolean gone = fleet.history().host(host).exporterGoneSince(scraped).isPresent();
    String instance = target.runner().instance();
    String url = "http://" + instance + "/metrics";
    ObjectNode node = Json.object();
    ObjectNode discovered = node.putObject("discoveredLabels");
    discovered
        .put("__address__", instance)
        .put("__metrics_path__", "/metrics")
        .put("__scheme__", "http")
        .put("__scrape_interval__", "5s")
        .put("__scrape_timeout__", "5s")
        .put("job", ScrapeTarget.JOB);
    node.set("labels", Json.labels(target.labels()));
    String error = "Get \"" + url + "\": dial tcp " + instance + ": connect: connection refused";
    return node.put("scrapePool", ScrapeTarget.JOB)
        .put("scrapeUrl", url)
        .put("globalUrl", url)
        .put("lastError", gone ? error : "")
        .put("lastScrape", scraped.toString())
        .put("lastScrapeDuration", TOOK)
        .put("health", gone ? "down" : "up")
        .put("scrapeInterval", "5s")
        .put("scrapeTimeout", "5s");
  }
}
