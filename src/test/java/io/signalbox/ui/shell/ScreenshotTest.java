package io.signalbox.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.signalbox.action.ActionRun;
import io.signalbox.journal.JournalEntry;
import io.signalbox.snapshot.Snapshot;
import io.signalbox.ui.fixture.FakeDesk;
import io.signalbox.ui.fixture.FakeJournal;
import io.signalbox.ui.fixture.Fixture;
import io.signalbox.ui.fixture.Fx;
import io.signalbox.ui.fixture.FxExtension;
import io.signalbox.ui.theme.Theme;
import io.signalbox.ui.timeline.TimelinePick;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Writes the pictures in screenshots/: the same bytes for the same view. */
@ExtendWith(FxExtension.class)
class ScreenshotTest {
  private static final Path FOLDER =
      Path.of(System.getProperty("project.directory", "."), "screenshots");

  private record Shot(String name, Snapshot snapshot, Consumer<ConsoleWindow> act) {}

  private static final JournalEntry PLAN = FakeJournal.night().latest().entries().get(2);

  private static final List<Shot> SHOTS =
      List.of(
          new Shot("fleet", Fixture.trouble(), _ -> {}),
          new Shot("calm", Fixture.calm(), _ -> {}),
          new Shot("timeline", Fixture.trouble(), window -> window.show(View.LINE)),
          new Shot("detail", Fixture.trouble(), window -> window.select("shop-runner-c")),
          new Shot("timeline-run", Fixture.trouble(), ScreenshotTest::openJob),
          new Shot("alerts", Fixture.trouble(), window -> window.show(View.ALERTS)),
          new Shot(
              "confirmation", Fixture.trouble(), window -> window.proposeRestart("shop-runner-a")),
          new Shot(
              "confirmation-tier4",
              Fixture.trouble(),
              window -> window.proposeRestart("shop-runner-a")),
          new Shot("run", Fixture.trouble(), ScreenshotTest::openRun),
          new Shot("journal", Fixture.trouble(), ScreenshotTest::openJournal),
          new Shot("fleet-200", Fixture.many(200), _ -> {}),
          new Shot("stale", Fixture.allStale(), _ -> {}),
          new Shot("nothing-yet", Fixture.nothingYet(), _ -> {}),
          new Shot(
              "long-names",
              Fixture.longNames(),
              window ->
                  window.select("auslieferungsfreigabe-produktionsumgebung-frankfurt-runner-c")));

  @Test
  void writes_every_view_in_both_themes() {
    for (Theme theme : Theme.values()) {
      for (Shot shot : SHOTS) {
        Path png =
            FOLDER.resolve(
                shot.name() + "-" + theme.name().toLowerCase(java.util.Locale.ROOT) + ".png");
        write(shot, theme, png);
        assertThat(png).isNotEmptyFile();
      }
    }
  }

  @Test
  void an_unchanged_view_gives_the_same_bytes(@TempDir Path folder) throws IOException {
    Path first = folder.resolve("first.png");
    Path second = folder.resolve("second.png");
    write(SHOTS.getFirst(), Theme.DARK, first);
    write(SHOTS.getFirst(), Theme.DARK, second);
    assertThat(Files.mismatch(first, second)).isEqualTo(-1);
  }

  private static void write(Shot shot, Theme theme, Path png) {
    FakeDesk desk = new FakeDesk();
    desk.publish(FakeDesk.verifiedRun("shop-runner-d"));
    if (shot.name().equals("confirmation-tier4")) {
      desk.busy();
      desk.approvers();
    }
    ConsoleWindow window =
        Fx.call(() -> Windows.of(shot.snapshot(), desk, FakeJournal.night(), theme));
    Fx.run(() -> shot.act().accept(window));
    if (shot.name().startsWith("confirmation")) {
      await().until(() -> Fx.call(() -> window.cardReady().get()));
    }
    if (shot.name().equals("confirmation-tier4")) {
      overrideBusy(window);
    }
    Fx.picture(window.scene(), png);
    Fx.run(window::close);
  }

  /** The runner is busy, and that is overridden; a second person was asked. */
  private static void overrideBusy(ConsoleWindow window) {
    press(window, ".override-open");
    text(window, ".override-reason", "the job hangs since 02:10");
    press(window, ".override-button");
    text(window, ".typed-field", "production/shop-runner-a");
    text(window, ".reason-field", "incident 4711");
    press(window, ".ask-button");
  }

  private static void press(ConsoleWindow window, String selector) {
    Fx.run(() -> ((Button) node(window, selector)).fire());
  }

  private static void text(ConsoleWindow window, String selector, String text) {
    Fx.run(() -> ((TextField) node(window, selector)).setText(text));
  }

  private static Node node(ConsoleWindow window, String selector) {
    window.scene().getRoot().applyCss();
    window.scene().getRoot().layout();
    return Objects.requireNonNull(window.scene().lookup(selector));
  }

  private static void openJob(ConsoleWindow window) {
    window.show(View.LINE);
    window.frame().pick(new TimelinePick.OfJob(407, 4072));
  }

  private static void openJournal(ConsoleWindow window) {
    window.show(View.JOURNAL);
    window.frame().journal().requestFocus();
    window.frame().openEntry(io.signalbox.journal.JournalLink.of(PLAN));
  }

  private static void openRun(ConsoleWindow window) {
    ActionRun run = FakeDesk.verifiedRun("shop-runner-d");
    window.frame().actions().open(run);
  }
}
