package io.signalbox.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.signalbox.action.Intent;
import io.signalbox.snapshot.SnapshotHub;
import io.signalbox.ui.fixture.FakeDesk;
import io.signalbox.ui.fixture.Fixture;
import io.signalbox.ui.fixture.Fx;
import io.signalbox.ui.fixture.FxExtension;
import io.signalbox.ui.theme.Theme;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/** The fleet, its keyboard and the details beside it, in a window. */
@ExtendWith(FxExtension.class)
class FleetWindowTest {
  private final FakeDesk desk = new FakeDesk();
  private ConsoleWindow window;

  @Start
  void start(Stage stage) {
    window = new ConsoleWindow(Windows.context(new SnapshotHub(Fixture.trouble()), desk));
    window.theme(Theme.DARK);
    window.show(stage);
    window.frame().focusView();
  }

  @AfterEach
  void stop() {
    Fx.run(window::close);
  }

  @Test
  void arrows_move_enter_opens_the_details_and_escape_closes_them(FxRobot robot) {
    robot.type(KeyCode.RIGHT);
    assertThat(window.frame().selected()).isEqualTo("shop-runner-a");
    robot.type(KeyCode.RIGHT);
    assertThat(window.frame().selected()).isEqualTo("shop-runner-c");
    assertThat(window.frame().shownDetail()).isNull();

    robot.type(KeyCode.ENTER);
    assertThat(window.frame().shownDetail()).isSameAs(window.frame().detail());

    robot.type(KeyCode.ESCAPE);
    assertThat(window.frame().shownDetail()).isNull();
  }

  @Test
  void a_click_selects_and_a_double_click_opens_the_details(FxRobot robot) {
    robot.clickOn(tile("shop-runner-b"));
    assertThat(window.frame().selected()).isEqualTo("shop-runner-b");
    assertThat(window.frame().shownDetail()).isNull();
    robot.doubleClickOn(tile("shop-runner-b"));
    assertThat(window.frame().shownDetail()).isSameAs(window.frame().detail());
  }

  @Test
  void slash_goes_to_the_filter_and_escape_there_shows_all_again(FxRobot robot) {
    robot.write("/");
    robot.write("busy");
    assertThat(Fx.call(() -> window.frame().fleet().shownNames()))
        .containsExactly("shop-runner-b", "shop-runner-e");
    robot.type(KeyCode.ESCAPE);
    assertThat(Fx.call(() -> window.frame().fleet().shownNames())).hasSize(12);
  }

  @Test
  void digits_change_the_view(FxRobot robot) {
    robot.write("2");
    assertThat(window.frame().view()).isEqualTo(View.LINE);
    robot.write("3");
    assertThat(window.frame().view()).isEqualTo(View.ALERTS);
    robot.write("1");
    assertThat(window.frame().view()).isEqualTo(View.FLEET);
  }

  @Test
  void the_detail_pane_asks_the_desk_for_a_check_and_shows_its_run(FxRobot robot) {
    Fx.run(() -> window.select("shop-runner-d"));
    robot.clickOn("Check service");
    Fx.run(() -> {});
    assertThat(desk.intents).containsExactly(new Intent.CheckService("shop-runner-d"));
    assertThat(desk.approvals).hasSize(1);
    assertThat(window.frame().actions().run()).isNotNull();
  }

  @Test
  void the_palette_jumps_to_a_runner(FxRobot robot) {
    robot.press(KeyCode.CONTROL).type(KeyCode.K).release(KeyCode.CONTROL);
    assertThat(window.frame().overlayOpen()).isTrue();
    robot.write("runner-g");
    robot.type(KeyCode.ENTER);
    assertThat(window.frame().overlayOpen()).isFalse();
    assertThat(window.frame().selected()).isEqualTo("shop-runner-g");
  }

  private Node tile(String name) {
    return Fx.call(() -> window.frame().fleet().tileOf(name));
  }
}
