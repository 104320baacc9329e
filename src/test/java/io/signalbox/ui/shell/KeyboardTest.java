package io.signalbox.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.signalbox.rollback.RollbackDoor;
import io.signalbox.ui.fixture.FailoverFixture;
import io.signalbox.ui.fixture.FakeDesk;
import io.signalbox.ui.fixture.FakeJournal;
import io.signalbox.ui.fixture.FakeRollbacks;
import io.signalbox.ui.fixture.Fixture;
import io.signalbox.ui.fixture.Fx;
import io.signalbox.ui.fixture.FxExtension;
import io.signalbox.ui.fixture.RunbookFixture;
import io.signalbox.ui.runbook.Opening;
import io.signalbox.ui.theme.Theme;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.SnapshotParameters;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.testfx.api.FxRobot;

/** Every control of every view is reached by Tab alone, and shows that it is. */
@ExtendWith(FxExtension.class)
class KeyboardTest {
  private ConsoleWindow window;

  @BeforeEach
  void open() {
    Fx.run(
        () -> {
          window = Windows.of(Fixture.trouble(), new FakeDesk(), FakeJournal.night(), Theme.DARK);
          window.show(new Stage());
        });
  }

  private void instead(Supplier<ConsoleWindow> filled, View view) {
    Fx.run(
        () -> {
          window.close();
          window = filled.get();
          window.show(new Stage());
          window.show(view);
        });
  }

  @AfterEach
  void close() {
    Fx.run(window::close);
  }

  @ParameterizedTest
  @EnumSource(View.class)
  void everyControlIsReachedByTabAndShowsItsFocus(View view, FxRobot robot) {
    Fx.run(
        () -> {
          window.select("shop-runner-a");
          window.show(view);
        });
    walk(view.word(), robot);
  }

  @Test
  void soInARunbookThatIsOpen(FxRobot robot) {
    instead(
        () -> Windows.of(Fixture.trouble(), new FakeDesk(), RunbookFixture.shelf(), Theme.LIGHT),
        View.RUNBOOKS);
    Fx.run(() -> window.frame().runbooks().open(Opening.of(RunbookFixture.OFFLINE)));
    walk("an open runbook", robot);
  }

  @Test
  void soWhereAFailoverIsChosen(FxRobot robot) {
    instead(
        () ->
            Windows.of(FailoverFixture.offline(), new FakeDesk(), FakeJournal.empty(), Theme.LIGHT),
        View.FAILOVER);
    walk("a failover", robot);
  }

  @Test
  void soWhereARollbackIsPlanned(FxRobot robot) {
    RollbackDoor door = new FakeRollbacks();
    instead(() -> Windows.of(Fixture.calm(), new FakeDesk(), door, Theme.LIGHT), View.ROLLBACK);
    walk("a rollback", robot);
  }

  private void walk(String what, FxRobot robot) {
    Set<Node> wanted = Fx.call(this::focusable);
    Set<Node> reached = new LinkedHashSet<>();
    Set<String> unmarked = new LinkedHashSet<>();
    for (int press = 0; press < 3 * wanted.size() + 20; press++) {
      robot.press(KeyCode.TAB).release(KeyCode.TAB);
      Node owner = Fx.call(() -> window.scene().getFocusOwner());
      if (owner == null || !reached.add(owner)) {
        if (wanted.stream().allMatch(node -> reached(node, reached))) {
          break;
        }
        continue;
      }
      if (Fx.call(() -> looksTheSameUnfocused(owner))) {
        unmarked.add(described(owner));
      }
    }
    List<String> missed =
        Fx.call(this::focusable).stream()
            .filter(node -> !reached(node, reached))
            .map(KeyboardTest::described)
            .toList();
    assertThat(missed).as("never reached by Tab in " + what).isEmpty();
    assertThat(unmarked).as("no sign of focus in " + what).isEmpty();
  }

  /** A group of which one is chosen is one stop; the arrow keys go on within it. */
  private static boolean reached(Node node, Set<Node> reached) {
    ToggleGroup group = node instanceof ToggleButton toggle ? toggle.getToggleGroup() : null;
    return reached.contains(node)
        || (group != null
            && group.getToggles().stream().anyMatch(one -> reached.contains((Node) one)));
  }

  private Set<Node> focusable() {
    window.scene().getRoot().applyCss();
    window.scene().getRoot().layout();
    Set<Node> found = new LinkedHashSet<>();
    collect(window.scene().getRoot(), found);
    return found;
  }

  private static void collect(Node node, Set<Node> found) {
    if (!node.isVisible() || node.isDisabled() || node instanceof ScrollBar) {
      return;
    }
    if (node.isFocusTraversable()) {
      found.add(node);
    }
    if (node instanceof Parent parent) {
      parent.getChildrenUnmodifiable().forEach(child -> collect(child, found));
    }
  }

  /** Draws it with the focus and with the focus elsewhere, and gives the focus back. */
  private boolean looksTheSameUnfocused(Node node) {
    int[] with = pixels(node);
    window.scene().getRoot().requestFocus();
    int[] without = pixels(node);
    node.requestFocus();
    return Arrays.equals(with, without);
  }

  private static int[] pixels(Node node) {
    WritableImage image = node.snapshot(new SnapshotParameters(), null);
    int width = (int) image.getWidth();
    int height = (int) image.getHeight();
    int[] pixels = new int[width * height];
    image
        .getPixelReader()
        .getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
    return pixels;
  }

  private static String described(Node node) {
    List<String> words = new ArrayList<>(node.getStyleClass());
    String text = node.getAccessibleText();
    words.add(text == null ? String.valueOf(node) : text);
    return String.join(" ", words);
  }
}
