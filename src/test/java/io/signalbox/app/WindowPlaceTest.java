package io.signalbox.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.signalbox.snapshot.SnapshotHub;
import io.signalbox.ui.fixture.FakeDesk;
import io.signalbox.ui.fixture.Fixture;
import io.signalbox.ui.fixture.Fx;
import io.signalbox.ui.fixture.FxExtension;
import io.signalbox.ui.shell.ConsoleWindow;
import io.signalbox.ui.shell.Windows;
import io.signalbox.ui.theme.Theme;
import java.nio.file.Path;
import java.util.Optional;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A window opens as it was closed. */
@ExtendWith(FxExtension.class)
class WindowPlaceTest {
  @TempDir Path settings;

  @Test
  void the_next_window_has_the_size_place_and_theme_of_the_last() {
    Optional<WindowMemory> memory = Optional.of(new WindowMemory(settings));
    open(memory, 40, 30, Theme.LIGHT);
    Fx.run(
        () -> {
          Stage stage = new Stage();
          ConsoleWindow window = window();
          new WindowPlace(stage, window, memory).restore();
          assertThat(stage.getX()).isEqualTo(40);
          assertThat(stage.getY()).isEqualTo(30);
          assertThat(stage.getWidth()).isEqualTo(950);
          assertThat(stage.getHeight()).isEqualTo(700);
          assertThat(window.chosenTheme()).contains(Theme.LIGHT);
          window.close();
        });
  }

  @Test
  void a_place_on_no_screen_of_today_is_not_taken() {
    Optional<WindowMemory> memory = Optional.of(new WindowMemory(settings));
    memory.get().keep(new WindowMemory.Left(-4000, 30, 950, 700, false, null));
    Fx.run(
        () -> {
          Stage stage = new Stage();
          ConsoleWindow window = window();
          new WindowPlace(stage, window, memory).restore();
          assertThat(stage.getX()).isNaN();
          assertThat(stage.getWidth()).isEqualTo(950);
          assertThat(window.chosenTheme()).isEmpty();
          window.close();
        });
  }

  @Test
  void without_a_memory_nothing_is_written() {
    open(Optional.empty(), 40, 30, Theme.DARK);
    assertThat(settings).isEmptyDirectory();
  }

  private static void open(Optional<WindowMemory> memory, double x, double y, Theme theme) {
    Stage stage = Fx.call(Stage::new);
    ConsoleWindow window = Fx.call(WindowPlaceTest::window);
    WindowPlace place = Fx.call(() -> new WindowPlace(stage, window, memory));
    Fx.run(
        () -> {
          window.theme(theme);
          window.show(stage);
        });
    Fx.run(
        () -> {
          stage.setX(x);
          stage.setY(y);
          stage.setWidth(950);
          stage.setHeight(700);
        });
    Fx.run(
        () -> {
          stage.hide();
          place.keep();
          window.close();
        });
  }

  private static ConsoleWindow window() {
    return new ConsoleWindow(Windows.context(new SnapshotHub(Fixture.calm()), new FakeDesk()));
  }
}
