package io.signalbox.app;

import io.signalbox.demo.DemoOptions;
import io.signalbox.demo.DemoWorld;
import io.signalbox.demo.Scenario;
import io.signalbox.model.Input;
import io.signalbox.model.RunnerTruth;
import io.signalbox.notice.Notifier;
import io.signalbox.profile.Profile;
import io.signalbox.profile.read.ProfileReader;
import io.signalbox.snapshot.Snapshot;
import io.signalbox.snapshot.SnapshotHub;
import io.signalbox.ui.fx.FxHop;
import io.signalbox.ui.shell.ConsoleContext;
import io.signalbox.ui.shell.ConsoleWindow;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.IntConsumer;
import java.util.stream.LongStream;
import javafx.application.Platform;
import javafx.scene.control.ScrollBar;
import javafx.stage.Stage;

/**
 * How long the FX thread is kept busy at a stretch while 200 tiles change with every snapshot. A
 * probe is posted to it over and over; how late it runs is how long the task before it took.
 */
public final class WindowBenchmark {
  private static final int SNAPSHOTS = 60;
  private static final long BETWEEN_MILLIS = 100;

  /** Prints its figures. */
  public void run() throws Exception {
    try (DemoHome home = new DemoHome();
        DemoWorld world =
            DemoWorld.start(
                new DemoOptions(
                    Scenario.LARGE_FLEET, 1, java.time.Clock.systemUTC(), home.path()))) {
      Profile profile = new ProfileReader(home.path()).read(world.profile()).profile();
      Surroundings at = Surroundings.ofThisProcess().at(home.path());
      try (Station station = new Station(profile, at)) {
        Snapshot seen = station.readOnce();
        SnapshotHub hub = new SnapshotHub(seen);
        Platform.startup(() -> {});
        ConsoleContext all =
            DesktopWindow.context(station, profile, DesktopStart.DEMO, List.of(), Notifier.NONE);
        ConsoleContext context =
            new ConsoleContext(
                hub,
                all.desk(),
                all.journal(),
                all.runbooks(),
                all.rollback(),
                all.profile(),
                all.clock(),
                all.mark(),
                all.messages(),
                all.refresh(),
                all.browser(),
                all.notifier());
        ConsoleWindow window =
            FxHop.call(
                    () -> {
                      ConsoleWindow made = new ConsoleWindow(context);
                      made.show(new Stage());
                      return made;
                    })
                .get();
        IntConsumer update = i -> hub.publish(changed(seen, hub.latest().seq() + 1, i));
        IntConsumer scroll =
            i -> {
              update.accept(i);
              FxHop.call(() -> scroll(window, i)).join();
            };
        lateness(scroll); // a console is open for hours: what is compiled by then is measured
        long[] idle = lateness(_ -> {});
        long[] busy = lateness(update);
        long[] scrolled = lateness(scroll);
        System.out.printf(
            "window: %d runners, %d snapshots, one every %d ms, every tile changed%n",
            seen.runners().size(), SNAPSHOTS, BETWEEN_MILLIS);
        print("idle", idle);
        print("updating", busy);
        print("scrolling", scrolled);
        System.out.printf(
            "  longest, updating against idle: %.1f%n",
            max(busy) / (double) Math.max(1, max(idle)));
        System.out.printf(
            "  longest, scrolling and updating against idle: %.1f%n",
            max(scrolled) / (double) Math.max(1, max(idle)));
      }
    }
  }

  private static long max(long[] nanos) {
    return LongStream.of(nanos).max().orElse(0);
  }

  private static void print(String what, long[] nanos) {
    Arrays.sort(nanos);
    System.out.printf(
        "  %-9s longest FX task %5.1f ms, %d over 16.7 ms, %d over 33.3 ms   (%d probes)%n",
        what,
        nanos[nanos.length - 1] / 1e6,
        LongStream.of(nanos).filter(one -> one > 16_700_000).count(),
        LongStream.of(nanos).filter(one -> one > 33_300_000).count(),
        nanos.length);
  }

  /** Up and down through all tiles, a fifth of the way at a time. */
  private static boolean scroll(ConsoleWindow window, int step) {
    ScrollBar bar = (ScrollBar) window.root().lookup(".fleet-rows .scroll-bar:vertical");
    if (bar == null) {
      throw new IllegalStateException("the tiles have no scroll bar to move");
    }
    double way = Math.abs(step % 10 - 5) / 5.0;
    bar.setValue(bar.getMin() + (bar.getMax() - bar.getMin()) * way);
    return true;
  }

  private static long[] lateness(IntConsumer each) throws Exception {
    AtomicBoolean done = new AtomicBoolean();
    LongStream.Builder late = LongStream.builder();
    Thread probe =
        Thread.ofPlatform()
            .start(
                () -> {
                  while (!done.get()) {
                    long posted = System.nanoTime();
                    FxHop.call(() -> late.add(System.nanoTime() - posted)).join();
                  }
                });
    for (int i = 1; i <= SNAPSHOTS; i++) {
      each.accept(i);
      Thread.sleep(BETWEEN_MILLIS); // the load that is measured is one snapshot in this time
    }
    done.set(true);
    probe.join();
    return late.build().toArray();
  }

  private static Snapshot changed(Snapshot base, long seq, int step) {
    List<RunnerTruth> runners = base.runners().stream().map(r -> changed(r, step)).toList();
    return new Snapshot(
        seq,
        base.takenAt().plusMillis(step * BETWEEN_MILLIS),
        base.environment(),
        base.sources(),
        runners,
        base.hosts(),
        base.alerts(),
        base.silences(),
        base.runs(),
        base.deployments(),
        base.environments(),
        base.findings(),
        base.warnings());
  }

  private static RunnerTruth changed(RunnerTruth r, int step) {
    Map<String, Input> inputs = new LinkedHashMap<>();
    r.inputs()
        .forEach(
            (key, in) ->
                inputs.put(
                    key,
                    in.number() == null || in.text() != null
                        ? in
                        : new Input(
                            key,
                            in.state(),
                            in.number() + step % 9,
                            null,
                            in.observedAt(),
                            in.source())));
    return new RunnerTruth(
        r.name(),
        r.githubId(),
        r.host(),
        r.role(),
        r.state(),
        r.since(),
        r.busy(),
        r.job(),
        r.labels(),
        r.expectedLabels(),
        r.unit(),
        r.reasons(),
        r.badges(),
        inputs,
        r.trends(),
        r.history());
  }
}
