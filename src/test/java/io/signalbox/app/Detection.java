package io.signalbox.app;

import static org.awaitility.Awaitility.await;

import io.signalbox.failover.Suggestion;
import io.signalbox.model.Input;
import io.signalbox.model.InputState;
import io.signalbox.model.Signal;
import io.signalbox.model.SourceKind;
import io.signalbox.notice.Notifier;
import io.signalbox.profile.Profile;
import io.signalbox.profile.read.ProfileReader;
import io.signalbox.rig.GithubRig;
import io.signalbox.rig.RealPrometheus;
import io.signalbox.rig.ServedExporter;
import io.signalbox.snapshot.Snapshot;
import io.signalbox.snapshot.SourceHealth;
import io.signalbox.snapshot.Subscription;
import io.signalbox.ui.fx.FxHop;
import io.signalbox.ui.shell.ConsoleWindow;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import javafx.scene.Node;
import javafx.stage.Stage;

/**
 * A primary whose service goes, seen through a real Prometheus by a console with its window. GitHub
 * calls it offline all the while, but its service says that it is up: so the series alone decides,
 * and with a threshold of nothing the card is due at once. Needs the toolkit.
 */
public final class Detection implements AutoCloseable {
  /** How often Prometheus scrapes here. */
  public static final Duration SCRAPE = Duration.ofSeconds(1);

  /** How often the console asks here. */
  public static final Duration POLL = Duration.ofSeconds(1);

  private static final Duration LONGEST = Duration.ofSeconds(60);

  private final GithubRig github = new GithubRig();
  private final ServedExporter exporter = new ServedExporter(metrics(1));
  private final RealPrometheus prometheus;
  private final Profile profile;
  private final Station station;
  private final ConsoleWindow window;
  private final List<Snapshot> snapshots = new CopyOnWriteArrayList<>();
  private final Subscription subscription;

  /**
   * One detection, counted.
   *
   * @param scrapes that carried the change, up to the one that the card rests on
   * @param misses answers of Prometheus after that scrape without it
   * @param idle snapshots that held the change and no card
   * @param seconds from the exporter's change to the card in the window
   */
  public record Counted(int scrapes, int misses, int idle, double seconds) {}

  /** Starts all of it in this folder. */
  public Detection(Path folder) throws Exception {
    GithubRig.Runner a =
        github.runner("shop-runner-a", "self-hosted", "Linux", "X64", "production", "primary");
    github.runner("shop-runner-b", "self-hosted", "Linux", "X64", "production", "secondary");
    a.online = false;
    prometheus =
        RealPrometheus.start(
            folder.resolve("prometheus"), List.of(RealPrometheus.Scrape.of(exporter.instance())));
    Path token = Files.writeString(folder.resolve("token"), "ghp_canary");
    Files.setPosixFilePermissions(
        token, java.nio.file.attribute.PosixFilePermissions.fromString("rw-------"));
    Path file = Files.writeString(folder.resolve("profile.yaml"), profile(token));
    profile = Objects.requireNonNull(new ProfileReader(folder).read(file).profile());
    station = new Station(profile, Surroundings.ofThisProcess().at(folder.resolve("home")));
    subscription = station.hub().subscribe(snapshots::add);
    station.start();
    var _ = station.awaitFirstReadings();
    window =
        fx(
            () -> {
              ConsoleWindow made =
                  new ConsoleWindow(
                      DesktopWindow.context(
                          station, profile, DesktopStart.DEMO, List.of(), Notifier.NONE));
              made.show(new Stage());
              return made;
            });
    await().atMost(LONGEST).until(() -> carries(station.hub().latest(), 1));
    await().atMost(LONGEST).until(() -> !card());
  }

  private static String metrics(int status) {
    return """
    runner_status{hostname="runner-a"} %d
    runner_status{hostname="runner-b"} 1
    """
        .formatted(status);
  }

  private String profile(Path token) {
    return """
    version: 1
    environment: { name: production, readOnly: true }
    sources:
      prometheus: [{ name: main, url: "%s", every: %ds }]
      github:
        api: "%s"
        every: 1s
        repositories: [acme/shop]
        token: { file: "%s" }
    signals: { joinOn: hostname, status: runner_status }
    thresholds: { offlinePrimary: 0s, offlineSecondary: 10m }
    hosts:
      - { name: runner-a, hostname: runner-a }
      - { name: runner-b, hostname: runner-b }
    runners:
      - { github: shop-runner-a, host: runner-a, role: secondary,
          labels: [self-hosted, Linux, X64, production, primary] }
      - { github: shop-runner-b, host: runner-b, role: secondary,
          labels: [self-hosted, Linux, X64, production, secondary], failover: approved }
    deployment: { workflow: deploy.yml, requires: [self-hosted, production, primary] }
    """
        .formatted(prometheus.url(), POLL.toSeconds(), github.url(), token);
  }

  private static <T> T fx(Callable<T> work) throws Exception {
    return FxHop.call(work).get();
  }

  private boolean card() throws Exception {
    return fx(
        () -> {
          Node toast = window.scene().lookup(".failover-toast");
          return toast != null && toast.isVisible();
        });
  }

  private static Input status(Snapshot snapshot) {
    return snapshot
        .runner("shop-runner-a")
        .map(one -> one.input(Signal.STATUS))
        .orElse(Input.notMeasured(Signal.STATUS.key()));
  }

  private static boolean carries(Snapshot snapshot, double value) {
    Input status = status(snapshot);
    return status.state() == InputState.FRESH && Double.valueOf(value).equals(status.number());
  }

  /** Lets the service go, waits for the card, and counts what it took; then lets it come back. */
  public Counted once() throws Exception {
    snapshots.clear();
    int before = exporter.served().size();
    String down = metrics(0);
    long start = System.nanoTime();
    exporter.text(down);
    await().pollInterval(Duration.ofMillis(10)).atMost(LONGEST).until(this::card);
    double seconds = (System.nanoTime() - start) / 1e9;
    List<ServedExporter.Served> scrapes =
        exporter.served().stream().skip(before).filter(one -> one.text().equals(down)).toList();
    Counted counted = counted(List.copyOf(snapshots), scrapes, seconds);
    exporter.text(metrics(1));
    await().atMost(LONGEST).until(() -> carries(station.hub().latest(), 1));
    await().atMost(LONGEST).until(() -> !card());
    return counted;
  }

  private Counted counted(List<Snapshot> all, List<ServedExporter.Served> scrapes, double seconds) {
    Snapshot shown =
        all.stream()
            .filter(one -> Suggestion.of(one, profile).isPresent())
            .findFirst()
            .orElseThrow();
    Instant scraped = Objects.requireNonNull(status(shown).observedAt());
    int carried = (int) scrapes.stream().filter(one -> one.at().isBefore(scraped)).count() + 1;
    List<Instant> missed = new ArrayList<>();
    for (Snapshot one : all) {
      Instant asked = asked(one);
      boolean later = one.seq() < shown.seq() && asked != null && asked.isAfter(scraped);
      if (later && !carries(one, 0) && !missed.contains(asked)) {
        missed.add(asked);
      }
    }
    int idle = (int) all.stream().filter(one -> one.seq() < shown.seq() && carries(one, 0)).count();
    return new Counted(carried, missed.size(), idle, seconds);
  }

  private static Instant asked(Snapshot snapshot) {
    return snapshot.sources().stream()
        .filter(one -> one.id().kind() == SourceKind.PROMETHEUS)
        .map((SourceHealth one) -> one.state().readAt())
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  @Override
  public void close() throws Exception {
    subscription.close();
    fx(
        () -> {
          window.close();
          return true;
        });
    station.close();
    prometheus.close();
    exporter.close();
    github.close();
  }
}
