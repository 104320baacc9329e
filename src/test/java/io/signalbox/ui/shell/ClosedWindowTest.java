package io.signalbox.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.signalbox.snapshot.SnapshotHub;
import io.signalbox.ui.fixture.FakeDesk;
import io.signalbox.ui.fixture.Fixture;
import io.signalbox.ui.fixture.Fx;
import io.signalbox.ui.fixture.FxExtension;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A window that was closed is gone: nothing that lives on holds it. */
@ExtendWith(FxExtension.class)
class ClosedWindowTest {
  private static final int WINDOWS = 20;
  private final FakeDesk desk = new FakeDesk();
  private final SnapshotHub hub = new SnapshotHub(Fixture.trouble());

  @Test
  void closed_windows_are_collected_while_hub_and_desk_live_on() {
    List<WeakReference<ConsoleWindow>> windows = new ArrayList<>();
    List<WeakReference<ConsoleFrame>> frames = new ArrayList<>();
    for (int i = 0; i < WINDOWS; i++) {
      ConsoleWindow window = Fx.call(this::used);
      windows.add(new WeakReference<>(window));
      frames.add(new WeakReference<>(window.frame()));
      Fx.run(window::close);
    }
    // JavaFX itself remembers the last focus owner and the last scene under the pointer
    await().atMost(Duration.ofSeconds(20)).until(() -> living(windows) <= 1 && living(frames) <= 1);
    assertThat(hub.listeners()).isZero();
    assertThat(desk.listeners()).isZero();
  }

  private ConsoleWindow used() {
    Stage stage = new Stage();
    ConsoleWindow window = new ConsoleWindow(Windows.context(hub, desk));
    window.show(stage);
    assertThat(hub.listeners()).isPositive();
    assertThat(desk.listeners()).isPositive();
    for (View view : View.values()) {
      window.show(view);
    }
    window.show(View.FLEET);
    window.select("shop-runner-a");
    window.proposeRestart("shop-runner-a");
    window.closeOverlays();
    stage.close();
    stage.setScene(null);
    return window;
  }

  private static long living(List<? extends WeakReference<?>> references) {
    System.gc();
    return references.stream().filter(reference -> reference.get() != null).count();
  }
}
