package io.signalbox.demo;

import java.io.IOException;
import java.nio.file.Path;
import java.security.KeyPair;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.UUID;
import java.util.function.Function;

/**
 * A running demo world: one simulated fleet behind real sockets on 127.0.0.1, and a home with the
 * profile, the token and the SSH files by which any client reaches it. Close it to close all
 * sockets; the home is left to the caller.
 */
public final class DemoWorld implements AutoCloseable {
  private final SimulatedFleet fleet;
  private final HomeWriter files;
  private final RateLimitWindow limit = new RateLimitWindow();
  private final Deque<AutoCloseable> open = new ArrayDeque<>();

  private DemoWorld(DemoOptions options) {
    this.fleet = new SimulatedFleet(options);
    this.files = new HomeWriter(options.home());
  }

  /**
   * Opens the sockets and writes the home. Blocks for about a second.
   *
   * @throws IOException when a socket cannot be opened or the home cannot be written; whatever was
   *     opened by then is closed again
   */
  public static DemoWorld start(DemoOptions options) throws IOException {
    DemoWorld world = new DemoWorld(options);
    try {
      world.open();
      return world;
    } catch (IOException | RuntimeException e) {
      world.close();
      throw e;
    }
  }

  private void open() throws IOException {
    String token = GitHubApi.madeUpToken(UUID.randomUUID());
    KeyPair key = HostKeys.ed25519();
    SeriesSource series = new SeriesSource(fleet);
    AlertBoard board = new AlertBoard(fleet, series);
    PrometheusApi prometheus = new PrometheusApi(fleet, series, board);
    AlertmanagerApi alertmanager = new AlertmanagerApi(fleet, board);
    GitHubApi github = new GitHubApi(fleet, token, limit);
    ProfileWriter.Origins origins =
        new ProfileWriter.Origins(
            serve(DemoService.PROMETHEUS, prometheus::answer),
            serve(DemoService.ALERTMANAGER, alertmanager::answer),
            serve(DemoService.GITHUB, github::answer));
    FleetSshServer ssh = FleetSshServer.start(fleet, key.getPublic());
    open.push(ssh);
    files.token(token);
    files.key(key);
    files.hosts(fleet, ssh);
    files.profile(ProfileWriter.write(fleet, origins));
  }

  private String serve(DemoService service, Function<HttpAsk, HttpAnswer> endpoint)
      throws IOException {
    LoopbackHttpServer server =
        LoopbackHttpServer.start(service.word(), fleet::now, () -> fleet.fault(service), endpoint);
    open.push(server);
    return server.origin();
  }

  /** The profile that leads to this world. */
  public Path profile() {
    return files.profile();
  }

  /** The throw-away folder, absolute. */
  public Path home() {
    return files.home();
  }

  /** The fleet, to be watched and steered. */
  public SimulatedFleet fleet() {
    return fleet;
  }

  /** Leaves GitHub's clients only this many requests until the hour is over. */
  public void leaveGitHubRequests(int remaining) {
    limit.leave(remaining, fleet.now());
  }

  @Override
  public void close() throws IOException {
    IOException first = null;
    while (!open.isEmpty()) {
      try {
        open.pop().close();
      } catch (IOException e) {
        first = first == null ? e : first;
      } catch (Exception e) {
        throw new IOException("The demo world did not close: " + e.getMessage(), e);
      }
    }
    if (first != null) {
      throw first;
    }
  }
}
