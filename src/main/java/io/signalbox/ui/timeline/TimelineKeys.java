package io.signalbox.ui.timeline;

import java.util.Comparator;
import java.util.List;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/** The keyboard on the line: arrows go from bar to bar, with Shift they move the window. */
final class TimelineKeys {
  private static final double STEP = 80;

  private final TimelineCanvas canvas;

  TimelineKeys(TimelineCanvas canvas) {
    this.canvas = canvas;
  }

  void install() {
    canvas.setOnKeyPressed(this::onKey);
    canvas.setOnKeyTyped(this::onTyped);
  }

  private void onKey(KeyEvent event) {
    if (event.isControlDown() || event.isAltDown() || event.isMetaDown()) {
      return;
    }
    boolean shift = event.isShiftDown();
    boolean handled = true;
    switch (event.getCode()) {
      case LEFT -> leftOrRight(shift, -1);
      case RIGHT -> leftOrRight(shift, 1);
      case UP -> upOrDown(shift, -1);
      case DOWN -> upOrDown(shift, 1);
      case PAGE_UP -> canvas.scrollBy(-canvas.getHeight() / 2);
      case PAGE_DOWN -> canvas.scrollBy(canvas.getHeight() / 2);
      case ENTER -> canvas.openPicked();
      default -> handled = false;
    }
    if (handled) {
      event.consume();
    }
  }

  private void onTyped(KeyEvent event) {
    switch (event.getCharacter()) {
      case "+", "=" -> canvas.zoom(0.8);
      case "-", "−" -> canvas.zoom(1.25);
      case "0" -> canvas.preset(canvas.span());
      default -> {
        return;
      }
    }
    event.consume();
  }

  private void leftOrRight(boolean shift, int direction) {
    if (shift) {
      canvas.pan(-direction * STEP);
      return;
    }
    List<PlacedBar> all = canvas.placed();
    PlacedBar now = current(all);
    if (now == null) {
      first(all);
      return;
    }
    List<PlacedBar> lane =
        all.stream()
            .filter(bar -> bar.lane().equals(now.lane()))
            .sorted(Comparator.comparing(bar -> bar.bar().from()))
            .toList();
    int next = lane.indexOf(now) + direction;
    if (next >= 0 && next < lane.size()) {
      canvas.pick(lane.get(next));
    }
  }

  private void upOrDown(boolean shift, int direction) {
    if (shift) {
      canvas.scrollBy(direction * STEP / 2);
      return;
    }
    List<PlacedBar> all = canvas.placed();
    PlacedBar now = current(all);
    if (now == null) {
      first(all);
      return;
    }
    List<Lane> lanes = all.stream().map(PlacedBar::lane).distinct().toList();
    int next = lanes.indexOf(now.lane()) + direction;
    if (next >= 0 && next < lanes.size()) {
      double middle = now.box().x();
      all.stream()
          .filter(bar -> bar.lane().equals(lanes.get(next)))
          .min(Comparator.comparingDouble(bar -> Math.abs(bar.box().x() - middle)))
          .ifPresent(canvas::pick);
    }
  }

  private void first(List<PlacedBar> all) {
    all.stream().max(Comparator.comparing(bar -> bar.bar().from())).ifPresent(canvas::pick);
  }

  private @Nullable PlacedBar current(List<PlacedBar> all) {
    return all.stream()
        .filter(bar -> bar.bar().pick().equals(canvas.picked()))
        .findFirst()
        .orElse(null);
  }
}
