package io.signalbox.rig;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A real Prometheus on a free loopback port. It scrapes and evaluates once a second and keeps the
 * server's own look-back of five minutes. Stopped and started again it keeps its port and its data.
 */
public final class RealPrometheus implements AutoCloseable {
  private final Path binary;
  private final Path folder;
  private final int port;
  private OwnProcess process;

  /** One scraped endpoint: {@code instance} is {@code host:port}, labels are the target's own. */
  public record Scrape(String job, String instance, Map<String, String> labels) {
    /** A target of the job {@code runners} without labels of its own. */
    public static Scrape of(String instance) {
      return new Scrape("runners", instance, Map.of());
    }
  }

  private RealPrometheus(Path binary, Path folder, int port) {
    this.binary = binary;
    this.folder = folder;
    this.port = port;
    process = launch();
  }

  /** Starts one that scrapes these endpoints, and waits until it is ready. */
  public static RealPrometheus start(Path folder, List<Scrape> targets) {
    return start(folder, targets, "groups: []\n");
  }

  /** The same with a file of alerting rules. */
  public static RealPrometheus start(Path folder, List<Scrape> targets, String rules) {
    Path binary = Binaries.require("prometheus");
    try {
      Files.createDirectories(folder);
      Files.writeString(folder.resolve("rules.yml"), rules);
      Files.writeString(folder.resolve("prometheus.yml"), config(targets));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new RealPrometheus(binary, folder, Ports.free());
  }

  /** Where it answers. */
  public URI url() {
    return URI.create("http://127.0.0.1:" + port);
  }

  /** Ends the process; {@link #restart()} brings it back with the same port and data. */
  public void stop() {
    process.close();
  }

  /** Starts it again after {@link #stop()} and waits until it is ready. */
  public void restart() {
    process = launch();
  }

  @Override
  public void close() {
    stop();
  }

  private OwnProcess launch() {
    OwnProcess started =
        OwnProcess.start(
            List.of(
                binary.toString(),
                "--config.file=prometheus.yml",
                "--storage.tsdb.path=data",
                "--web.listen-address=127.0.0.1:" + port,
                "--web.enable-lifecycle"),
            folder,
            folder.resolve("prometheus.log"));
    started.awaitReady(url().resolve("/-/ready"));
    return started;
  }

  private static String config(List<Scrape> targets) {
    StringBuilder yaml =
        new StringBuilder(
            """
            global: { scrape_interval: 1s, scrape_timeout: 1s, evaluation_interval: 1s }
            rule_files: [rules.yml]
            scrape_configs:
            """);
    for (String job : targets.stream().map(Scrape::job).distinct().toList()) {
      yaml.append("  - job_name: \"").append(job).append("\"\n");
      yaml.append("    honor_labels: true\n    static_configs:\n");
      targets.stream().filter(target -> target.job().equals(job)).forEach(t -> add(yaml, t));
    }
    return targets.isEmpty() ? yaml.toString().replace("configs:", "configs: []") : yaml.toString();
  }

  private static void add(StringBuilder yaml, Scrape target) {
    yaml.append("      - targets: [\"").append(target.instance()).append("\"]\n");
    yaml.append("        labels: {");
    target.labels().forEach((k, v) -> yaml.append(k).append(": \"").append(v).append("\", "));
    yaml.append("}\n");
  }
}
