package io.signalbox.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The alerts that the simulated rules have raised, as of their newest evaluation. */
final class AlertBoard {
  /** How often the rules are evaluated. */
  static final Duration EVERY = Duration.ofSeconds(15);

  static final List<AlertRule> HEALTH_RULES =
      List.of(
          AlertRule.PRIMARY_OFFLINE,
          AlertRule.OTHER_OFFLINE,
          AlertRule.DISK,
          AlertRule.TARGET_DOWN);

  private final SimulatedFleet fleet;
  private final SeriesSource series;
  private final BackgroundAlerts background;

  AlertBoard(SimulatedFleet fleet, SeriesSource series) {
    this.fleet = fleet;
    this.series = series;
    List<SimulatedAlert> own = raised(fleet.history(), fleet.seed().start());
    long firing = own.stream().filter(SimulatedAlert::firing).count();
    this.background = new BackgroundAlerts(fleet.seed(), (int) firing);
  }

  List<AlertRule> backgroundRules() {
    return background.rules();
  }

  /** The newest evaluation at or before {@code t}. */
  static Instant evaluatedAt(Instant t) {
    long seconds = t.getEpochSecond();
    return Instant.ofEpochSecond(seconds - Math.floorMod(seconds, EVERY.toSeconds()));
  }

  /** Every pending and firing alert. */
  List<SimulatedAlert> alerts(FleetHistory history, Instant t) {
    List<SimulatedAlert> all = raised(history, t);
    all.addAll(background.alerts());
    return List.copyOf(all);
  }

  private List<SimulatedAlert> raised(FleetHistory history, Instant t) {
    Instant evaluated = evaluatedAt(t);
    List<SimulatedAlert> all = new ArrayList<>();
    for (ScrapeTarget target : series.targets()) {
      for (AlertRule rule : HEALTH_RULES) {
        since(history, rule, target, evaluated)
            .ifPresent(since -> add(all, rule, target, since, evaluated));
      }
    }
    return all;
  }

  private void add(
      List<SimulatedAlert> all,
      AlertRule rule,
      ScrapeTarget target,
      Condition condition,
      Instant evaluated) {
    Instant scraped = target.scrapedAt(condition.since().plus(ScrapeTarget.INTERVAL));
    Instant activeAt = evaluatedAt(scraped.plus(EVERY).minusMillis(1));
    if (activeAt.isAfter(evaluated)) {
      return;
    }
    Instant fires = activeAt.plus(rule.holds());
    boolean firing = !fires.isAfter(evaluated);
    Map<String, String> labels = labels(rule, target);
    all.add(new SimulatedAlert(rule, labels, activeAt, firing, fires, condition.value()));
  }

  private record Condition(Instant since, double value) {}

  private Optional<Condition> since(
      FleetHistory history, AlertRule rule, ScrapeTarget target, Instant evaluated) {
    SimulatedRunner runner = target.runner();
    Instant scraped = target.scrapedAt(evaluated);
    Optional<Instant> gone = history.host(runner.host()).exporterGoneSince(scraped);
    if (rule.kind() == AlertRule.Kind.TARGET_DOWN) {
      return gone.map(since -> new Condition(since, 0));
    }
    if (gone.isPresent()) {
      return Optional.empty();
    }
    if (rule.kind() == AlertRule.Kind.DISK) {
      double used = fleet.load().diskPercent(history, runner.host(), scraped);
      return history
          .host(runner.host())
          .diskFilled(scraped)
          .filter(_ -> used > 85)
          .map(full -> new Condition(full.at(), used));
    }
    boolean primary = runner.role().equals("primary");
    if (primary != (rule.kind() == AlertRule.Kind.PRIMARY_OFFLINE)) {
      return Optional.empty();
    }
    return history.service(runner).notActiveSince(scraped).map(since -> new Condition(since, 0));
  }

  private static Map<String, String> labels(AlertRule rule, ScrapeTarget target) {
    Map<String, String> labels = new TreeMap<>(target.labels());
    labels.put("alertname", rule.name());
    labels.put("severity", rule.severity());
    labels.put("component", "github-runner");
    labels.put("hostname", target.runner().host().name());
    labels.put("environment", ProfileWriter.ENVIRONMENT);
    return labels;
  }
}
