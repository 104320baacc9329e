package io.signalbox.ui.shell;

import static io.signalbox.ui.fixture.RunbookFixture.NETWORK;
import static io.signalbox.ui.fixture.RunbookFixture.OFFLINE;
import static org.assertj.core.api.Assertions.assertThat;

import io.signalbox.ui.fixture.FakeDesk;
import io.signalbox.ui.fixture.FakeRunbooks;
import io.signalbox.ui.fixture.Fixture;
import io.signalbox.ui.fixture.Fx;
import io.signalbox.ui.fixture.FxExtension;
import io.signalbox.ui.fixture.RunbookFixture;
import io.signalbox.ui.runbook.Opening;
import io.signalbox.ui.theme.Theme;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Writes the pictures of runbooks in screenshots/. */
@ExtendWith(FxExtension.class)
class RunbookPicturesTest {
  private static final Path FOLDER =
      Path.of(System.getProperty("project.directory", "."), "screenshots");

  private record Shot(String name, FakeRunbooks runbooks, Consumer<ConsoleWindow> act) {}

  private static List<Shot> shots() {
    FakeRunbooks worked = RunbookFixture.shelf();
    worked.kept(RunbookFixture.worked(worked.runbook(OFFLINE)));
    FakeRunbooks two = RunbookFixture.shelf();
    two.kept(RunbookFixture.onTwo(two.runbook(NETWORK)));
    return List.of(
        new Shot("runbook-shelf", RunbookFixture.shelf(), RunbookPicturesTest::shelf),
        new Shot("runbook-search", RunbookFixture.shelf(), RunbookPicturesTest::search),
        new Shot("runbook-none", FakeRunbooks.none(), RunbookPicturesTest::shelf),
        new Shot("runbook-read", RunbookFixture.shelf(), RunbookPicturesTest::fromChoice),
        new Shot("runbook-alert", RunbookFixture.shelf(), RunbookPicturesTest::fromAlert),
        new Shot(
            "runbook-worked",
            worked,
            window -> {
              fromAlert(window);
              Fx.run(() -> key(window, KeyCode.J));
              Fx.run(() -> key(window, KeyCode.J));
            }),
        new Shot(
            "runbook-answer",
            RunbookFixture.shelf().answer(RunbookFixture.answer()),
            window -> {
              fromAlert(window);
              Fx.run(() -> key(window, KeyCode.J));
              Fx.run(() -> key(window, KeyCode.R));
            }),
        new Shot(
            "runbook-focus",
            RunbookFixture.shelf(),
            window -> {
              fromAlert(window);
              Fx.run(() -> key(window, KeyCode.F));
            }),
        new Shot(
            "runbook-hosts",
            two,
            window -> {
              open(window, Opening.of(NETWORK));
              Fx.run(() -> key(window, KeyCode.J));
            }),
        new Shot(
            "runbook-long",
            RunbookFixture.shelf(),
            window -> open(window, Opening.of("freigabe.md"))),
        new Shot(
            "runbook-hostile",
            RunbookFixture.shelf(),
            window -> open(window, Opening.of("hostile.md"))));
  }

  @Test
  void writes_every_state_in_both_themes() {
    for (Theme theme : Theme.values()) {
      for (Shot shot : shots()) {
        Path png =
            FOLDER.resolve(shot.name() + "-" + theme.name().toLowerCase(Locale.ROOT) + ".png");
        write(shot, theme, png);
        assertThat(png).isNotEmptyFile();
      }
    }
  }

  private static void write(Shot shot, Theme theme, Path png) {
    ConsoleWindow window =
        Fx.call(() -> Windows.of(Fixture.trouble(), new FakeDesk(), shot.runbooks(), theme));
    shot.act().accept(window);
    for (int pulse = 0; pulse < 3; pulse++) {
      Fx.run(() -> settle(window));
    }
    Fx.picture(window.scene(), png);
    Fx.run(window::close);
  }

  private static void settle(ConsoleWindow window) {
    window.scene().getRoot().applyCss();
    window.scene().getRoot().layout();
  }

  private static void shelf(ConsoleWindow window) {
    Fx.run(() -> window.show(View.RUNBOOKS));
    Fx.run(() -> settle(window));
  }

  private static void open(ConsoleWindow window, Opening opening) {
    Fx.run(() -> window.frame().runbooks().open(opening));
    Fx.run(() -> settle(window));
  }

  private static void fromChoice(ConsoleWindow window) {
    open(window, Opening.of(OFFLINE));
  }

  private static void fromAlert(ConsoleWindow window) {
    Fx.run(() -> window.show(View.ALERTS));
    Fx.run(
        () -> {
          list(window).getSelectionModel().selectFirst();
          fire(list(window), KeyCode.B);
        });
    Fx.run(() -> settle(window));
  }

  private static ListView<?> list(ConsoleWindow window) {
    settle(window);
    return (ListView<?>) window.frame().alerts().lookup(".alert-list");
  }

  private static void search(ConsoleWindow window) {
    Fx.run(() -> window.show(View.RUNBOOKS));
    Fx.run(() -> settle(window));
    Fx.run(
        () -> ((TextField) window.scene().lookup(".shelf .text-field")).setText("systemctl unit"));
    org.awaitility.Awaitility.await()
        .until(
            () ->
                Fx.call(
                    () -> {
                      settle(window);
                      return window.scene().lookup(".found-hit") != null;
                    }));
  }

  private static void key(ConsoleWindow window, KeyCode code) {
    fire(window.scene().lookup(".block-flow"), code);
    settle(window);
  }

  private static void fire(Node node, KeyCode code) {
    node.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false));
  }
}
