package io.signalbox.rig;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A real Alertmanager on a free loopback port, without cluster, notifying nobody. */
public final class RealAlertmanager implements AutoCloseable {
  private final int port;
  private final OwnProcess process;

  private RealAlertmanager(int port, OwnProcess process) {
    this.port = port;
    this.process = process;
  }

  /** Starts one with its files in {@code folder} and waits until it is ready. */
  public static RealAlertmanager start(Path folder) {
    Path binary = Binaries.require("prometheus-alertmanager");
    int port = Ports.free();
    try {
      Files.createDirectories(folder);
      Files.writeString(
          folder.resolve("alertmanager.yml"),
          """
          route: { receiver: nobody, group_wait: 1s, group_interval: 1s, repeat_interval: 1h }
          receivers: [{ name: nobody }]
          """);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    OwnProcess process =
        OwnProcess.start(
            List.of(
                binary.toString(),
                "--config.file=alertmanager.yml",
                "--storage.path=data",
                "--cluster.listen-address=",
                "--web.listen-address=127.0.0.1:" + port),
            folder,
            folder.resolve("alertmanager.log"));
    process.awaitReady(URI.create("http://127.0.0.1:" + port + "/-/ready"));
    return new RealAlertmanager(port, process);
  }

  /** Where it answers. */
  public URI url() {
    return URI.create("http://127.0.0.1:" + port);
  }

  @Override
  public void close() {
    process.close();
  }
}
