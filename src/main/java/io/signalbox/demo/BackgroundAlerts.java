package io.signalbox.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The long-standing alerts of a large fleet, which together with its own make five hundred. */
final class BackgroundAlerts {
  private static final int TOTAL = 500;

  private static final List<AlertRule> RULES =
      List.of(
          rule("KernelOutdated", "info", "Kernel of {{ $labels.hostname }} is out of date"),
          rule("CertificateExpiresSoon", "warning", "A certificate on {{ $labels.hostname }} ends"),
          rule("ClockSkew", "warning", "Clock of {{ $labels.hostname }} is off"),
          rule("RunnerVersionBehind", "warning", "{{ $labels.runner_name }} runs an old version"),
          rule("ImageCacheCold", "info", "Image cache of {{ $labels.hostname }} is cold"),
          rule("InodesLow", "warning", "Inodes of {{ $labels.hostname }} run out"));

  private final List<SimulatedAlert> alerts;

  BackgroundAlerts(FleetSeed seed, int others) {
    this.alerts = seed.scenario() == Scenario.LARGE_FLEET ? make(seed, TOTAL - others) : List.of();
  }

  List<AlertRule> rules() {
    return alerts.isEmpty() ? List.of() : RULES;
  }

  List<SimulatedAlert> alerts() {
    return alerts;
  }

  private static AlertRule rule(String name, String severity, String summary) {
    String query =
        "shop_" + name.replaceAll("([A-Z])", "_$1").substring(1).toLowerCase(Locale.ROOT) + " > 0";
    return new AlertRule(
        name, query, Duration.ofMinutes(15), severity, summary, AlertRule.Kind.BACKGROUND);
  }

  private static List<SimulatedAlert> make(FleetSeed seed, int count) {
    List<SimulatedAlert> all = new ArrayList<>();
    for (AlertRule rule : RULES) {
      for (SimulatedRunner runner : seed.layout().runners()) {
        all.add(alert(seed, rule, runner));
      }
    }
    all.sort(Comparator.comparingLong(a -> seed.noise().bits(a.labels().toString())));
    return List.copyOf(all.subList(0, count));
  }

  private static SimulatedAlert alert(FleetSeed seed, AlertRule rule, SimulatedRunner runner) {
    Map<String, String> labels = new TreeMap<>();
    labels.put("alertname", rule.name());
    labels.put("severity", rule.severity());
    labels.put("component", "fleet");
    labels.put("environment", ProfileWriter.ENVIRONMENT);
    labels.put("hostname", runner.host().name());
    labels.put("runner_name", runner.name());
    int age = seed.noise().between(rule.name() + runner.name(), 1_200, 86_400);
    Instant activeAt = AlertBoard.evaluatedAt(seed.start().minusSeconds(age));
    Instant fired = activeAt.plus(rule.holds());
    return new SimulatedAlert(rule, labels, activeAt, true, fired, 1);
  }
}
