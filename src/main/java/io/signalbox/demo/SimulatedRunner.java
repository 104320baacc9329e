package io.signalbox.demo;

import java.util.List;

/**
 * One registered runner of the fleet.
 *
 * @param id its number on the simulated GitHub
 * @param host the machine that carries it
 * @param role the {@code runner_role} label: primary, secondary, or what it is used for
 * @param labels its labels on GitHub at first, the three given by GitHub first
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
}
