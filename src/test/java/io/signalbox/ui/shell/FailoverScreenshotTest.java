package io.signalbox.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.signalbox.action.ActionRun;
import io.signalbox.ui.fixture.FailoverFixture;
import io.signalbox.ui.fixture.FakeDesk;
import io.signalbox.ui.fixture.FakeJournal;
import io.signalbox.ui.fixture.Fx;
import io.signalbox.ui.fixture.FxExtension;
import io.signalbox.ui.fixture.MoveFixture;
import io.signalbox.ui.theme.Theme;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Writes the failover pictures of screenshots/: every state, and every stage of a run. */
@ExtendWith(FxExtension.class)
class FailoverScreenshotTest {
  private static final Path FOLDER =
      Path.of(System.getProperty("project.directory", "."), "screenshots");

  private record Shot(
      String name, FailoverFixture fixture, FakeJournal journal, Consumer<ConsoleWindow> act) {}

  private static Shot shot(String name, FailoverFixture fixture) {
    return new Shot(name, fixture, FakeJournal.empty(), FailoverScreenshotTest::seen);
  }

  private static Shot record(String name, FailoverFixture fixture, String verdict) {
    return new Shot(name, fixture, FakeJournal.moved(verdict), FailoverScreenshotTest::seen);
  }

  private static Shot run(String name, FailoverFixture fixture, ActionRun run) {
    return new Shot(
        name,
        fixture,
        FakeJournal.moved(run.verdict().name()),
        window -> {
          seen(window);
          window.frame().actions().open(run);
        });
  }

  private static final List<Shot> SHOTS =
      List.of(
          shot("failover-calm", FailoverFixture.calm()),
          shot("failover-offline", FailoverFixture.offline()),
          shot("failover-choice", FailoverFixture.choice()),
          new Shot(
              "failover-alarm",
              FailoverFixture.offline(),
              FakeJournal.empty(),
              window -> window.show(View.FLEET)),
          record("failover-both", FailoverFixture.both(), "PARTIAL"),
          record("failover-none", FailoverFixture.none(), "PARTIAL"),
          record("failover-debt", FailoverFixture.debt(), "SUCCEEDED_VERIFIED"),
          shot("failover-gone", FailoverFixture.gone()),
          shot("failover-blind", FailoverFixture.blind()),
          shot("failover-escalation", FailoverFixture.nobody()),
          shot("failover-200", FailoverFixture.many(200)),
          shot("failover-long-names", FailoverFixture.longNames()),
          new Shot(
              "failover-detail",
              FailoverFixture.offline(),
              FakeJournal.empty(),
              window -> {
                seen(window);
                window.select("shop-runner-a");
              }),
          new Shot(
              "failover-card",
              FailoverFixture.choice(),
              FakeJournal.empty(),
              window -> {
                seen(window);
                window.frame().failover().view().requestFocus();
                window.frame().actions().propose(MoveFixture.move());
              }),
          run("failover-run", FailoverFixture.offline(), MoveFixture.running()),
          run("failover-asked", FailoverFixture.both(), MoveFixture.asked()),
          run("failover-partial", FailoverFixture.both(), MoveFixture.partial()),
          run("failover-verified", FailoverFixture.debt(), MoveFixture.verified()));

  @Test
  void writes_every_state_and_stage_in_both_themes() {
    for (Theme theme : Theme.values()) {
      for (Shot shot : SHOTS) {
        Path png =
            FOLDER.resolve(shot.name() + "-" + theme.name().toLowerCase(Locale.ROOT) + ".png");
        write(shot, theme, png);
        assertThat(png).isNotEmptyFile();
      }
    }
  }

  private static void seen(ConsoleWindow window) {
    if (window.scene().lookup(".alarm-seen") instanceof Button seen && seen.getParent() != null) {
      seen.fire();
    }
  }

  /** The alarm fades in, if it is there. */
  private static boolean arrived(Node toast) {
    return toast == null || !toast.isVisible() || toast.getOpacity() == 1;
  }

  private static void write(Shot shot, Theme theme, Path png) {
    FakeDesk desk = new FakeDesk();
    List.of(
            MoveFixture.running(),
            MoveFixture.asked(),
            MoveFixture.partial(),
            MoveFixture.verified())
        .stream()
        .filter(run -> shot.name().equals(name(run)))
        .forEach(desk::publish);
    ConsoleWindow window = Fx.call(() -> Windows.of(shot.fixture(), desk, shot.journal(), theme));
    Fx.run(
        () -> {
          window.show(View.FAILOVER);
          shot.act().accept(window);
        });
    await().until(() -> Fx.call(() -> arrived(window.scene().lookup(".failover-toast"))));
    if (shot.name().equals("failover-card")) {
      await().until(() -> Fx.call(() -> window.cardReady().get()));
    }
    Fx.picture(window.scene(), png);
    Fx.run(window::close);
  }

  private static String name(ActionRun run) {
    return switch (run.verdict()) {
      case PARTIAL -> "failover-partial";
      case SUCCEEDED_VERIFIED -> "failover-verified";
      default -> run.question() == null ? "failover-run" : "failover-asked";
    };
  }
}
