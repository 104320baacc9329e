package io.signalbox.ui.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.signalbox.profile.Thresholds;
import io.signalbox.ui.fixture.Fixture;
import io.signalbox.ui.fixture.Fx;
import io.signalbox.ui.fixture.FxExtension;
import io.signalbox.ui.fx.UiClock;
import io.signalbox.ui.kit.Live;
import io.signalbox.ui.theme.Fonts;
import io.signalbox.ui.theme.Palette;
import io.signalbox.ui.theme.Theme;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/** Bars can be clicked and walked; details show jobs, steps and the way to GitHub. */
@ExtendWith(FxExtension.class)
class TimelineClickTest {
  private final List<TimelinePick> picks = new ArrayList<>();
  private final List<URI> opened = new ArrayList<>();
  private TimelineView view;
  private RunDetails details;

  @Start
  void start(Stage stage) {
    Fonts.load();
    Live live =
        new Live(
            new ReadOnlyObjectWrapper<>(Fixture.trouble()).getReadOnlyProperty(),
            new UiClock(Fixture.CLOCK),
            new ReadOnlyObjectWrapper<>(Palette.of(Theme.DARK)).getReadOnlyProperty(),
            Thresholds.DEFAULT,
            false);
    details = new RunDetails(live, opened::add, _ -> {}, _ -> {}, () -> {});
    view =
        new TimelineView(
            live,
            TimelineView.Size.FULL,
            pick -> {
              picks.add(pick);
              details.show(pick);
            },
            () -> {});
    view.setPrefWidth(800);
    Scene scene = new Scene(new HBox(view, details), 1200, 700);
    scene.getStylesheets().setAll(Theme.DARK.stylesheets());
    stage.setScene(scene);
    stage.show();
  }

  @AfterEach
  void stop() {
    Fx.run(
        () -> {
          view.close();
          details.close();
        });
  }

  @Test
  void a_click_on_a_bar_opens_its_run_with_jobs_and_steps(FxRobot robot) {
    PlacedBar failed = placed(BarState.FAILED, Lane.Kind.RUNNER);
    click(robot, failed);
    assertThat(picks).containsExactly(new TimelinePick.OfJob(407, 4072));
    assertThat(details.titleText()).isEqualTo("Deploy #407");
    assertThat(robot.lookup("Deploy to production").tryQuery()).isPresent();

    robot.clickOn("Open run on GitHub");
    assertThat(opened)
        .containsExactly(URI.create("https://github.example.com/acme/shop/actions/runs/407"));
  }

  @Test
  void a_click_beside_the_bars_opens_nothing(FxRobot robot) {
    var origin = Fx.call(() -> view.canvas().localToScreen(400, view.canvas().getHeight() - 8));
    robot.clickOn(origin);
    assertThat(picks).isEmpty();
  }

  @Test
  void the_arrows_walk_the_bars_and_enter_opens(FxRobot robot) {
    Fx.run(view::focusBars);
    robot.type(KeyCode.RIGHT);
    TimelinePick first = Fx.call(() -> view.canvas().picked());
    assertThat(first).isNotNull();
    robot.type(KeyCode.LEFT);
    assertThat(Fx.call(() -> view.canvas().picked())).isNotEqualTo(first);
    robot.type(KeyCode.ENTER);
    assertThat(picks).hasSize(1);
  }

  @Test
  void plus_shows_less_time_and_a_preset_goes_back_to_now(FxRobot robot) {
    Fx.run(view::focusBars);
    robot.write("+");
    assertThat(Fx.call(() -> view.canvas().span())).isLessThan(Duration.ofHours(6));
    robot.clickOn("24\u00a0h");
    assertThat(Fx.call(() -> view.canvas().span())).isEqualTo(Duration.ofHours(24));
    assertThat(Fx.call(() -> view.canvas().following())).isTrue();
  }

  private PlacedBar placed(BarState state, Lane.Kind kind) {
    return Fx.call(
        () ->
            view.canvas().placed().stream()
                .filter(bar -> bar.bar().state() == state && bar.lane().kind() == kind)
                .findFirst()
                .orElseThrow());
  }

  private void click(FxRobot robot, PlacedBar bar) {
    var point =
        Fx.call(
            () ->
                view.canvas()
                    .localToScreen(
                        bar.box().x() + bar.box().width() / 2,
                        bar.box().y() + bar.box().height() / 2));
    robot.clickOn(point);
  }
}
