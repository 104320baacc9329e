package io.signalbox.demo;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One registered runner of the fleet.
 *
 * @param id its number on the simulated GitHub
 * @param host the machine that carries it
 * @param role the {@code runner_role} label: primary, secondary, or what it is used for
 * @param labels its labels on GitHub, the three given by GitHub first
 * @param exporterPort the port in the {@code instance} label of its series
 */
public record SimulatedRunner(
    long id, String name, SimulatedHost host, String role, List<String> labels, int exporterPort) {

  /** The systemd unit, named the way the runner's own installer names it. */
  public String unit() {
    return "actions.runner.acme-shop." + name + ".service";
  }

  /** The {@code instance} label of its series. */
  public String instance() {
    return host.address() + ":" + exporterPort;
  }

  /** Whether the runner carries the {@code production} label. */
  public boolean production() {
    return labels.contains("production");
  }

  /** Whether a job that asks for these labels may run here; GitHub compares without case. */
  boolean satisfies(List<String> wanted) {
    Set<String> own =
        labels.stream().map(l -> l.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
    return wanted.stream().allMatch(l -> own.contains(l.toLowerCase(Locale.ROOT)));
  }
}
