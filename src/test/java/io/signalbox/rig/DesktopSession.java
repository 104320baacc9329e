package io.signalbox.rig;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A D-Bus session of its own, in which a script starts what a desktop has. It lasts as long as the
 * script reads its standard input; what the script started ends with it.
 */
public final class DesktopSession implements AutoCloseable {
  private final Map<String, String> environment;
  private final Process process;
  private final BufferedReader said;
  private List<ProcessHandle> family = List.of();

  /**
   * Starts the script for {@code /bin/sh} in a home of its own. It is to say {@code bus=} and the
   * bus's address, and then to read a line.
   *
   * @param more of its environment
   */
  public DesktopSession(Path home, Map<String, String> more, String script) throws IOException {
    environment =
        Map.of(
            "HOME", home.toString(),
            "PATH", "/usr/bin:/bin",
            "XDG_RUNTIME_DIR", Files.createDirectories(home.resolve("run")).toString());
    ProcessBuilder builder =
        new ProcessBuilder("/usr/bin/dbus-run-session", "--", "/bin/sh", "-c", script);
    builder.environment().clear();
    builder.environment().putAll(environment);
    builder.environment().putAll(more);
    builder.redirectError(ProcessBuilder.Redirect.DISCARD);
    process = builder.start();
    said = process.inputReader(StandardCharsets.UTF_8);
  }

  /** What the script says on its next line; null when it has ended. */
  public String line() throws IOException {
    String line = said.readLine();
    family = process.descendants().toList();
    return line;
  }

  /** The environment in which a program of this session runs. */
  public Map<String, String> environment(String bus) {
    Map<String, String> all = new HashMap<>(environment);
    all.put("DBUS_SESSION_BUS_ADDRESS", bus);
    return all;
  }

  @Override
  public void close() throws IOException, InterruptedException {
    process.getOutputStream().close();
    boolean ended = process.waitFor(10, TimeUnit.SECONDS);
    family.forEach(ProcessHandle::destroyForcibly);
    if (!ended) {
      process.destroyForcibly();
    }
    said.close();
  }
}
