package io.signalbox.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.signalbox.snapshot.SnapshotHub;
import io.signalbox.ui.fixture.FakeDesk;
import io.signalbox.ui.fixture.Fixture;
import io.signalbox.ui.fixture.Fx;
import io.signalbox.ui.fixture.FxExtension;
import io.signalbox.ui.fixture.Seen;
import io.signalbox.ui.theme.Theme;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.testfx.framework.junit5.Start;

/** The number of nodes follows the window, not the fleet. */
@ExtendWith(FxExtension.class)
class ManyRunnersTest {
  private Stage stage;
  private ConsoleWindow window;

  @Start
  void start(Stage given) {
    stage = given;
  }

  @AfterEach
  void stop() {
    Fx.run(window::close);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 24, 200, 2000})
  void live_nodes_stay_few(int runners) {
    Fx.run(
        () -> {
          window =
              new ConsoleWindow(
                  Windows.context(new SnapshotHub(Fixture.many(runners)), new FakeDesk()));
          window.theme(Theme.DARK);
          window.show(stage);
        });
    assertThat(Fx.call(() -> Seen.count(window.root()))).isLessThanOrEqualTo(900);
    assertThat(Fx.call(() -> Seen.count(window.frame().fleet()))).isLessThanOrEqualTo(500);
  }
}
