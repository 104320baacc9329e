package io.signalbox.demo;

import io.signalbox.demo.Arrival.Trigger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;

/** What starts workflow runs, by seed and scenario: a working rhythm, and the scenario's script. */
final class Arrivals {
  private static final List<String> ACTORS = List.of("ana", "ben", "chris", "dana");
  private static final List<String> TITLES =
      List.of(
          "Cart: keep the voucher after sign-in",
          "Search: fold umlauts before indexing",
          "Raise the checkout time-out to 8 s",
          "Bump PostgreSQL driver",
          "Orders: page through history by key",
          "Invoices: round per line, not per sum",
          "Remove the old newsletter form");

  private final Noise noise;
  private final Scenario scenario;
  private final Instant start;
  private final List<Arrival> found = new ArrayList<>();

  Arrivals(Noise noise, Scenario scenario, Instant start) {
    this.noise = noise;
    this.scenario = scenario;
    this.start = start;
  }

  /** How far the history reaches back before the start. */
  static Duration history(Scenario scenario) {
    return Duration.ofHours(scenario == Scenario.LARGE_FLEET ? 6 : 24);
  }

  /** Every arrival from the beginning of the history to {@code horizon}, in order of time. */
  List<Arrival> until(Instant horizon) {
    found.clear();
    boolean large = scenario == Scenario.LARGE_FLEET;
    Duration quiet = Duration.ofMinutes(large ? 0 : 28);
    rhythm(WorkflowCatalog.CI, Duration.ofSeconds(large ? 30 : 720), quiet, horizon);
    rhythm(WorkflowCatalog.PRODUCTION, Duration.ofMinutes(large ? 60 : 140), span(70), horizon);
    rhythm(WorkflowCatalog.PROBE, Duration.ofMinutes(60), span(6), horizon);
    if (!large) {
      rhythm(WorkflowCatalog.PERFORMANCE, Duration.ofMinutes(340), span(40), horizon);
    }
    script();
    found.sort(Comparator.comparing(Arrival::at).thenComparing(Arrival::key));
    return List.copyOf(found);
  }

  /** The same with those that somebody started by hand. */
  List<Arrival> with(List<FleetEvent> events, Instant horizon) {
    List<Arrival> all = new ArrayList<>(until(horizon));
    for (FleetEvent event : events) {
      if (event instanceof FleetEvent.Dispatched(var at, var file, var branch, var key)) {
        WorkflowTemplate workflow =
            WorkflowCatalog.ALL.stream()
                .filter(w -> w.file().equals(file))
                .findFirst()
                .orElseThrow();
        Trigger by = new Trigger("workflow_dispatch", branch, sha(key), "ana", workflow.name());
        all.add(new Arrival(at, workflow, key, by, false, true));
      }
    }
    all.sort(Comparator.comparing(Arrival::at).thenComparing(Arrival::key));
    return List.copyOf(all);
  }

  private static Duration span(int minutes) {
    return Duration.ofMinutes(minutes);
  }

  private void rhythm(WorkflowTemplate workflow, Duration slot, Duration quiet, Instant horizon) {
    Instant from = start.minus(history(scenario));
    for (int i = 0; from.plus(slot.multipliedBy(i)).isBefore(horizon); i++) {
      String key = workflow.file() + "#" + i;
      Instant at =
          from.plus(slot.multipliedBy(i))
              .plusSeconds((long) (noise.unit(key + "/at") * slot.toSeconds()));
      boolean hushed = at.isAfter(start.minus(quiet)) && at.isBefore(start.plusSeconds(240));
      if (noise.unit(key + "/happens") < 0.85 && !(hushed && !quiet.isZero())) {
        add(at, workflow, key, false, false);
      }
    }
  }

  private void script() {
    if (scenario != Scenario.LARGE_FLEET) {
      add(start.minusSeconds(200), WorkflowCatalog.CI, "live", false, true);
    }
    if (scenario == Scenario.PRIMARY_OFFLINE) {
      add(start.minusSeconds(260), WorkflowCatalog.PRODUCTION, "waiting", false, true);
    }
    if (scenario == Scenario.STUCK_DEPLOY) {
      add(start.minusSeconds(3_120), WorkflowCatalog.MAINTENANCE, "long", false, true);
      add(start.minusSeconds(1_290), WorkflowCatalog.PRODUCTION, "stuck", false, true);
      add(start.minusSeconds(1_020), WorkflowCatalog.PRODUCTION, "review", true, true);
    }
  }

  private void add(
      Instant at, WorkflowTemplate workflow, String key, boolean approval, boolean certain) {
    found.add(new Arrival(at, workflow, key, trigger(workflow, key), approval, certain));
  }

  private Trigger trigger(WorkflowTemplate workflow, String key) {
    String sha = sha(key);
    String actor = ACTORS.get(noise.between(key + "/actor", 0, ACTORS.size() - 1));
    String title = TITLES.get(noise.between(key + "/title", 0, TITLES.size() - 1));
    if (workflow.equals(WorkflowCatalog.CI)) {
      boolean main = noise.unit(key + "/branch") < 0.55 || key.equals("live");
      String branch = main ? "main" : "topic/" + noise.between(key + "/topic", 310, 390);
      return new Trigger(main ? "push" : "pull_request", branch, sha, actor, title);
    }
    boolean byHand = workflow.equals(WorkflowCatalog.PRODUCTION);
    return new Trigger(
        byHand ? "workflow_dispatch" : "schedule", "main", sha, actor, workflow.name());
  }

  private String sha(String key) {
    StringBuilder hex = new StringBuilder();
    for (int i = 0; hex.length() < 40; i++) {
      hex.append(HexFormat.of().toHexDigits(noise.bits(key + "/sha/" + i)));
    }
    return hex.substring(0, 40);
  }
}
