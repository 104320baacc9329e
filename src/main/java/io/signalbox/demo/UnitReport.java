package io.signalbox.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What systemd says about a runner's unit (output as systemd 252 prints it). */
final class UnitReport {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("EEE uuuu-MM-dd HH:mm:ss 'UTC'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  private final SimulatedFleet fleet;

  UnitReport(SimulatedFleet fleet) {
    this.fleet = fleet;
  }

  /**
   * The named properties, in systemd's order; empty where one is not simulated. An unknown unit has
   * properties too, and systemctl exits 0 for it.
   */
  Optional<String> show(String properties, Optional<SimulatedRunner> runner) {
    Map<String, String> values = runner.map(this::values).orElseGet(UnitReport::notFound);
    List<String> wanted = List.of(properties.split(","));
    if (!values.keySet().containsAll(wanted)) {
      return Optional.empty();
    }
    StringBuilder text = new StringBuilder();
    values.forEach(
        (name, value) -> {
          if (wanted.contains(name)) {
            text.append(name).append('=').append(value).append('\n');
          }
        });
    return Optional.of(text.toString());
  }

  /** The state's word; exit 0 for active, 3 for anything else, 4 for a unit that is not there. */
  ShellResult isActive(Optional<SimulatedRunner> runner) {
    if (runner.isEmpty()) {
      return new ShellResult(4, "inactive\n", "", Duration.ZERO);
    }
    ServicePhase phase = phase(runner.get());
    int exit = phase.active() ? 0 : 3;
    return new ShellResult(exit, phase.state().active + "\n", "", Duration.ZERO);
  }

  private ServicePhase phase(SimulatedRunner runner) {
    return fleet.history().service(runner).at(fleet.now());
  }

  private Map<String, String> values(SimulatedRunner runner) {
    ServicePhase phase = phase(runner);
    boolean failed = phase.state() == ServicePhase.State.FAILED;
    return properties(
        phase.state().result,
        failed ? "1" : "0",
        List.of("loaded", phase.state().active, phase.state().sub),
        stamp(phase.enteredActive()));
  }

  private static Map<String, String> notFound() {
    return properties("success", "0", List.of("not-found", "inactive", "dead"), "");
  }

  private static Map<String, String> properties(
      String result, String exitStatus, List<String> states, String entered) {
    Map<String, String> values = new LinkedHashMap<>();
    values.put("Result", result);
    values.put("NRestarts", "0");
    values.put("ExecMainStatus", exitStatus);
    values.put("LoadState", states.get(0));
    values.put("ActiveState", states.get(1));
    values.put("SubState", states.get(2));
    values.put("ActiveEnterTimestamp", entered);
    return values;
  }

  private static String stamp(Instant t) {
    return TIME.format(t);
  }
}
