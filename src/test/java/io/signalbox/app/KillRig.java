package io.signalbox.app;

import static org.awaitility.Awaitility.await;

import io.signalbox.rig.DurableRig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The real verb in a process of its own, on a real sshd, to be killed. */
final class KillRig implements AutoCloseable {
  private final Path folder;
  private final DurableRig hosts;
  private final Surroundings surroundings;
  private final List<Process> started = new ArrayList<>();

  KillRig(Path folder, boolean readOnly) throws Exception {
    this.folder = folder;
    hosts = new DurableRig(folder.resolve("rig"));
    surroundings = Surroundings.ofThisProcess().at(Files.createDirectories(home("ana")));
    Files.writeString(profile(), text(readOnly));
  }

  private String text(boolean readOnly) {
    return """
    version: 1
    environment: { name: shop, readOnly: %s }
    sources: { prometheus: [{ url: "http://127.0.0.1:1" }] }
    ssh: { config: "%s", knownHosts: "%s" }
    hosts:
      - { name: box-a, ssh: { host: 127.0.0.1, port: %d, user: %s } }
      - { name: box-b, ssh: { host: 127.0.0.1, port: %d, user: %s } }
    """
        .formatted(
            readOnly,
            hosts.config(),
            hosts.knownHosts(),
            hosts.first().port(),
            hosts.first().user(),
            hosts.second().port(),
            hosts.second().user());
  }

  /** Home of one operator's machine. */
  Path home(String operator) {
    return folder.resolve("home-" + operator);
  }

  Path profile() {
    return folder.resolve("profile.yaml");
  }

  DurableRig hosts() {
    return hosts;
  }

  /** Runs a verb within the test's own process, as this operator. */
  Run verb(String operator, String... arguments) throws IOException {
    return Run.of(surroundings.at(Files.createDirectories(home(operator))), arguments);
  }

  /** Starts a verb as a process of its own, held at a crash point if one is named. */
  Process start(@Nullable String crashAt, Path out, String... arguments) throws IOException {
    List<String> options = crashAt == null ? List.of() : List.of("-Dsignalbox.crashAt=" + crashAt);
    Process process = ConsoleProcess.start(home("ana"), out, options, List.of(arguments));
    started.add(process);
    return process;
  }

  /** Starts a verb, waits for its crash point, and kills it as {@code kill -9} does. */
  String kill(String crashAt, Path out, String... arguments) throws Exception {
    Process process = start(crashAt, out, arguments);
    await()
        .atMost(Duration.ofMinutes(2))
        .pollInterval(Duration.ofMillis(50))
        .until(
            () ->
                !process.isAlive()
                    || Files.readString(out).contains("signalbox.crashAt " + crashAt));
    String text = Files.readString(out);
    if (!process.isAlive()) {
      throw new AssertionError("it ended before " + crashAt + ": " + text);
    }
    process.destroyForcibly();
    process.waitFor(30, TimeUnit.SECONDS);
    return text;
  }

  @Override
  public void close() {
    started.forEach(Process::destroyForcibly);
    hosts.close();
  }
}
