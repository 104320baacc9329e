package io.signalbox.ui.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.signalbox.action.KeptOutput;
import io.signalbox.action.OutputLine;
import io.signalbox.ui.fixture.Fixture;
import io.signalbox.ui.fixture.Fx;
import io.signalbox.ui.fixture.FxExtension;
import io.signalbox.ui.kit.Parts;
import io.signalbox.ui.theme.Theme;
import java.util.AbstractList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ScrollBar;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.ScrollEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The lines of an output that are in sight: 15 of them have room here, and a half. */
@ExtendWith(FxExtension.class)
class OutputListTest {
  private static final int TEN_MILLION = 10_000_000;

  private final AtomicInteger lookedBack = new AtomicInteger();
  private final List<Throwable> failures = new CopyOnWriteArrayList<>();
  private OutputList list;

  @BeforeEach
  void open() {
    list =
        Fx.call(
            () -> {
              OutputList made = new OutputList(() -> "", Parts.label("nothing"), failures::add);
              made.onLookedBack(lookedBack::incrementAndGet);
              Scene scene = new Scene(made, 400, 324);
              scene.getStylesheets().setAll(Theme.DARK.stylesheets());
              return made;
            });
  }

  @AfterEach
  void allWasRead() {
    assertThat(failures).isEmpty();
  }

  /** Lines that have to be read: numbered, and never on the FX thread. */
  private static final class Kept extends AbstractList<OutputLine> implements KeptOutput {
    private final int size;
    private final Semaphore gate;
    private final Set<Integer> read = ConcurrentHashMap.newKeySet();

    Kept(int size, Semaphore gate) {
      this.size = size;
      this.gate = gate;
    }

    @Override
    public OutputLine get(int index) {
      assertThat(Platform.isFxApplicationThread()).isFalse();
      gate.acquireUninterruptibly();
      gate.release();
      read.add(index);
      return new OutputLine(Fixture.ago(1), false, "line " + index);
    }

    @Override
    public int size() {
      return size;
    }
  }

  private void show(List<OutputLine> lines) {
    Fx.run(
        () -> {
          list.show(lines);
          list.applyCss();
          list.layout();
        });
  }

  private void drawn(String first) {
    await().untilAsserted(() -> assertThat(Fx.call(this::top)).endsWith(first));
  }

  /** The text of the line at the top, once all is in place. */
  private String top() {
    list.layout();
    return list.lookupAll(".output-line").stream()
        .filter(Node::isVisible)
        .map(OutputRow.class::cast)
        .min(Comparator.comparingInt(OutputRow::number))
        .map(Node::getAccessibleText)
        .orElse("");
  }

  private void press(KeyCode code, boolean shift) {
    Fx.run(
        () ->
            list.fireEvent(
                new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, shift, false, false, false)));
  }

  @Test
  void F31_aLeapThroughTenMillionLinesReadsWhatIsInSightAndAPageAround() {
    Kept kept = new Kept(TEN_MILLION, new Semaphore(1));
    show(kept);
    drawn("line 0");
    Fx.run(() -> list.scrollTo(TEN_MILLION));
    drawn("line 9999984");
    Fx.run(() -> list.scrollTo(5_000_000));
    drawn("line 5000000");
    assertThat(kept.read).hasSizeLessThan(200);
    assertThat(Fx.call(() -> list.lookupAll(".output-line").size())).isLessThan(20);
  }

  @Test
  void whatWasDrawnStaysUntilTheNextIsRead() {
    Semaphore gate = new Semaphore(1);
    show(new Kept(TEN_MILLION, gate));
    drawn("line 0");
    gate.acquireUninterruptibly();
    Fx.run(() -> list.scrollTo(7_000));
    assertThat(Fx.call(this::top)).endsWith("line 0");
    gate.release();
    drawn("line 7000");
  }

  @Test
  void anotherRunsLinesAreNotMixedWithWhatIsStillBeingRead() {
    Semaphore gate = new Semaphore(0);
    Kept kept = new Kept(TEN_MILLION, gate);
    show(kept);
    show(List.of(new OutputLine(Fixture.ago(1), false, "another run")));
    assertThat(Fx.call(this::top)).endsWith("another run");
    gate.release();
    await().until(() -> kept.read.contains(30));
    assertThat(Fx.call(this::top)).endsWith("another run");
  }

  @Test
  void keysMoveAndMarkAndTurnFromTheNewest() {
    show(new Kept(1000, new Semaphore(1)));
    press(KeyCode.DOWN, false);
    press(KeyCode.PAGE_DOWN, false);
    assertThat(Fx.call(list::lead)).isEqualTo(14);
    press(KeyCode.DOWN, true);
    press(KeyCode.DOWN, true);
    assertThat(Fx.call(() -> list.marked().size())).isEqualTo(3);
    drawn("line 1");
    press(KeyCode.END, true);
    assertThat(Fx.call(() -> list.marked().size())).isEqualTo(986);
    press(KeyCode.HOME, false);
    assertThat(Fx.call(list::lead)).isZero();
    drawn("line 0");
    assertThat(lookedBack).hasValue(6);
  }

  @Test
  void theWheelMovesAndLeavesTheRestToWhatIsAround() {
    show(new Kept(1000, new Semaphore(1)));
    AtomicInteger outside = new AtomicInteger();
    Fx.run(
        () -> list.getScene().addEventHandler(ScrollEvent.SCROLL, _ -> outside.incrementAndGet()));
    wheel(-60);
    drawn("line 3");
    assertThat(lookedBack).hasValue(0);
    wheel(600);
    drawn("line 0");
    assertThat(lookedBack).hasValue(1);
    assertThat(outside).hasValue(0);
    wheel(60);
    assertThat(outside).hasValue(1);
  }

  private void wheel(double delta) {
    Fx.run(
        () ->
            list.fireEvent(
                new ScrollEvent(
                    ScrollEvent.SCROLL,
                    5,
                    5,
                    5,
                    5,
                    false,
                    false,
                    false,
                    false,
                    false,
                    false,
                    0,
                    delta,
                    0,
                    delta,
                    ScrollEvent.HorizontalTextScrollUnits.NONE,
                    0,
                    ScrollEvent.VerticalTextScrollUnits.NONE,
                    0,
                    0,
                    null)));
  }

  @Test
  void barsAreThereWhereTheyAreNeededAndMoveWhatIsSeen() {
    OutputLine line = new OutputLine(Fixture.ago(1), false, "short");
    show(List.of(line));
    assertThat(bar(true).isVisible() || bar(false).isVisible()).isFalse();
    OutputLine wide = new OutputLine(Fixture.ago(1), false, "w".repeat(500));
    show(Collections.nCopies(500, wide));
    assertThat(bar(true).isVisible() && bar(false).isVisible()).isTrue();
    Fx.run(() -> bar(false).setValue(bar(false).getMax()));
    Fx.run(list::layout);
    double left = Fx.call(() -> list.lookup(".output-line").getBoundsInParent().getMinX());
    assertThat(left).isLessThan(-1000);
    Fx.run(() -> bar(true).setValue(100));
    assertThat(Fx.call(() -> list.port().top())).isEqualTo(100);
    assertThat(lookedBack).hasValue(0);
    Fx.run(() -> bar(true).setValue(90));
    assertThat(lookedBack).hasValue(1);
  }

  @Test
  void theNewestLineStaysInSightWhileItIsFollowed() {
    Fx.run(() -> list.follow(true));
    show(new Kept(100, new Semaphore(1)));
    drawn("line 84");
    Fx.run(() -> list.resize(400, 124));
    drawn("line 94");
    Fx.run(() -> list.follow(false));
    show(new Kept(200, new Semaphore(1)));
    drawn("line 94");
    Fx.run(() -> list.follow(true));
    drawn("line 194");
  }

  private ScrollBar bar(boolean down) {
    return (ScrollBar) list.lookup(".scroll-bar:" + (down ? "vertical" : "horizontal"));
  }
}
