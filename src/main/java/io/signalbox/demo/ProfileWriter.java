package io.signalbox.demo;

import java.util.List;
import java.util.stream.Collectors;

/** Writes the profile by which the console reaches a demo world: no secret is in it. */
final class ProfileWriter {
  /** The name of the environment, and the label of all its series. */
  static final String ENVIRONMENT = "production";

  private final StringBuilder text = new StringBuilder();

  /** Where the HTTP services of a world are reached. */
  record Origins(String prometheus, String alertmanager, String github) {}

  static String write(SimulatedFleet fleet, Origins origins) {
    ProfileWriter writer = new ProfileWriter();
    writer.head(origins);
    writer.text.append("\nhosts:\n");
    fleet.machines().forEach(host -> writer.host(host, fleet));
    writer.text.append("\nrunners:\n");
    fleet.runners().forEach(writer::runner);
    writer.text.append(
        """

        deployment:
          workflow: deploy.yml
          job: "Deploy to production"
          requires: [self-hosted, production, primary]

        control: { host: deploy-control, directory: /var/lib/signalbox }

        rollback:
          directory: /opt/shop/ansible
          playbook: rollback-production.yml
          inventory: inventories/production/hosts
          variables: { target: target_version, reason: rollback_reason, failed: failed_version, incident: incident_id }
          stateFile: /var/lib/shop/production-state.json
          versionFiles: [/opt/shop/version.txt]
          versionUrl: "http://127.0.0.1:8080/version"
          artifact: "/opt/deploy-artifacts/shop-{version}.tar.gz"

        health:
          checks:
            - { category: backend, url: "http://127.0.0.1:8080/health" }
            - { category: frontend, url: "http://127.0.0.1:3000/" }
            - { category: database, url: "http://127.0.0.1:8080/health/db" }
            - { category: redis, command: [redis-cli, ping], blocking: false }
            - { category: services, command: [systemctl, is-active, shop-backend.service] }

        failover:
          limits: { cpuPercent: 50, memoryPercent: 60, diskPercent: 70 }
          reachability: ["http://127.0.0.1:8080/health"]
        """);
    return writer.text.toString();
  }

  private void head(Origins origins) {
    text.append(
        """
        # Written by the demo world; it lasts as long as the demo runs.
        version: 1

        environment:
          name: %s
          colour: red
          protected: true
          readOnly: true

        sources:
          prometheus:
            - { name: demo, url: "%s", every: 5s }
          alertmanager:
            - { name: demo, url: "%s", every: 10s }
          github:
            api: "%s"
            every: 15s
            repositories: [%s]
            token: { file: token }

        ssh:
          config: ssh/config
          knownHosts: ssh/known_hosts

        thresholds:
          cpuPercent: 80
          memoryPercent: 85
          diskPercent: 85
          checkInAge: 5m
          sustained: 5m
          offlinePrimary: 5m
          offlineSecondary: 10m
        """
            .formatted(
                ENVIRONMENT,
                origins.prometheus(),
                origins.alertmanager(),
                origins.github(),
                GitHubRoutes.REPOSITORY));
  }

  private void host(SimulatedHost host, SimulatedFleet fleet) {
    List<SimulatedRunner> carried = fleet.load().on(host);
    String instances =
        carried.stream().map(r -> "\"" + r.instance() + "\"").collect(Collectors.joining(", "));
    text.append("  - name: ").append(host.name()).append('\n');
    text.append("    hostname: ").append(host.name()).append('\n');
    text.append("    instances: [").append(instances).append("]\n");
    text.append("    ssh: { alias: ").append(host.name()).append(" }\n");
  }

  private void runner(SimulatedRunner runner) {
    text.append("  - github: ").append(runner.name()).append('\n');
    text.append("    host: ").append(runner.host().name()).append('\n');
    text.append("    unit: ").append(runner.unit()).append('\n');
    if (runner.role().equals("primary") || runner.role().equals("secondary")) {
      text.append("    role: ").append(runner.role()).append('\n');
    }
    text.append("    labels: [").append(String.join(", ", runner.labels())).append("]\n");
    if (runner.role().equals("secondary")) {
      text.append("    failover: approved\n");
    }
  }
}
