package io.signalbox.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Which machines and runners there are; they do not change while a world lives. */
record FleetLayout(List<SimulatedHost> hosts, List<SimulatedRunner> runners) {

  /** Sixty characters, as a real naming scheme produces them. */
  static final String LONG_NAME = "shop-build-linux-x64-large-memory-eu-central-1-pool-blue-017";

  private static final long GIB = 1L << 30;
  private static final int LARGE = 200;

  static FleetLayout of(Scenario scenario) {
    Builder b = new Builder();
    b.add("runner-a", 51, "shop-runner-a", "primary", "production", "primary");
    b.add("runner-b", 52, "shop-runner-b", "secondary", "production", "secondary");
    if (scenario == Scenario.LARGE_FLEET) {
      b.addPool();
    } else {
      b.addShop();
    }
    return new FleetLayout(List.copyOf(b.hosts), List.copyOf(b.runners));
  }

  private static final class Builder {
    final List<SimulatedHost> hosts = new ArrayList<>();
    final List<SimulatedRunner> runners = new ArrayList<>();

    void addShop() {
      for (int i = 1; i <= 6; i++) {
        int host = i <= 4 ? (i + 1) / 2 : i - 2;
        add("build-0" + host, 60 + host, "shop-build-0" + i, "build", "build");
      }
      add("stage-a", 71, "shop-stage-a", "staging", "staging");
      add("stage-a", 71, "shop-stage-b", "staging", "staging");
      add("large-memory-017", 81, LONG_NAME, "build", "build", "large-memory");
      add("large-memory-017", 81, "shop-perf-a", "performance", "performance");
    }

    void addPool() {
      for (int i = 1; i <= 8; i++) {
        add("stage-0" + i, 52 + i, "shop-stage-0" + i, "staging", "staging");
      }
      for (int i = 1; runners.size() < LARGE; i++) {
        int host = (i - 1) / 4 * 3 + Math.min((i - 1) % 4, 2) + 1;
        String pool = host % 2 == 0 ? "blue" : "green";
        String where =
            String.format(
                Locale.ROOT, "linux-x64-large-memory-eu-central-1-pool-%s-%03d", pool, host);
        String name = "shop-build-" + where + (i % 4 == 0 ? "-b" : "");
        add("build-" + where, 60 + host, name, "build", "build", "large-memory");
      }
    }

    void add(String host, int number, String name, String role, String... labels) {
      SimulatedHost machine =
          hosts.stream().filter(h -> h.name().equals(host)).findFirst().orElse(null);
      if (machine == null) {
        machine = machine(host, number);
        hosts.add(machine);
      }
      SimulatedHost carrier = machine;
      int port = 9101 + (int) runners.stream().filter(r -> r.host().equals(carrier)).count();
      List<String> all = new ArrayList<>(List.of("self-hosted", "Linux", "X64"));
      all.addAll(List.of(labels));
      long id = 101 + runners.size();
      runners.add(new SimulatedRunner(id, name, machine, role, List.copyOf(all), port));
    }

    private static SimulatedHost machine(String host, int number) {
      int cores = host.startsWith("runner") ? 16 : 32;
      return new SimulatedHost(
          host, "192.0.2." + number, cores, cores * 2 * GIB, (cores > 16 ? 480 : 240) * GIB);
    }
  }
}
