package io.signalbox.ui.fx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.signalbox.snapshot.Snapshot;
import io.signalbox.snapshot.SnapshotHub;
import io.signalbox.ui.fixture.Fixture;
import io.signalbox.ui.fixture.Fx;
import io.signalbox.ui.fixture.FxExtension;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import javafx.application.Platform;
import javafx.beans.property.SimpleStringProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** One hop for many snapshots, the latest wins, and nothing is heard after closing. */
@ExtendWith(FxExtension.class)
class FxBridgeTest {
  private final SnapshotHub hub = new SnapshotHub(Snapshot.nothingYet("production", Fixture.NOW));

  @Test
  void many_snapshots_while_the_fx_thread_is_busy_are_one_change() throws InterruptedException {
    FxBridge bridge = Fx.call(() -> new FxBridge(hub));
    List<Long> seen = new ArrayList<>();
    Fx.run(() -> bridge.snapshot().subscribe((Snapshot next) -> seen.add(next.seq())));
    CountDownLatch busy = new CountDownLatch(1);
    CountDownLatch published = new CountDownLatch(1);
    Platform.runLater(
        () -> {
          busy.countDown();
          awaitQuietly(published);
        });
    busy.await();
    for (int seq = 1; seq <= 10_000; seq++) {
      hub.publish(snapshot(seq));
    }
    published.countDown();
    Fx.run(() -> {});
    assertThat(Fx.call(() -> List.copyOf(seen))).containsExactly(0L, 10_000L);
    Fx.run(bridge::close);
  }

  @Test
  void a_closed_bridge_hears_nothing_more() {
    FxBridge bridge = Fx.call(() -> new FxBridge(hub));
    Fx.run(bridge::close);
    hub.publish(snapshot(3));
    Fx.run(() -> {});
    assertThat(Fx.call(() -> bridge.snapshot().get().seq())).isZero();
  }

  @Test
  void another_thread_is_told_so() {
    assertThatThrownBy(() -> new FxBridge(hub)).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void closed_subscriptions_are_silent_also_those_added_later() {
    List<String> heard = new ArrayList<>();
    SimpleStringProperty property = new SimpleStringProperty("a");
    Fx.run(
        () -> {
          Subscriptions subscriptions = new Subscriptions();
          subscriptions.on(property, heard::add);
          property.set("b");
          subscriptions.close();
          property.set("c");
          subscriptions.add(() -> heard.add("closed at once"));
        });
    assertThat(heard).containsExactly("a", "b", "closed at once");
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private static Snapshot snapshot(long seq) {
    Snapshot first = Snapshot.nothingYet("production", Fixture.NOW);
    return new Snapshot(
        seq,
        first.takenAt(),
        first.environment(),
        first.sources(),
        first.runners(),
        first.hosts(),
        first.alerts(),
        first.silences(),
        first.runs(),
        first.deployments(),
        first.environments(),
        first.findings(),
        first.warnings());
  }
}
