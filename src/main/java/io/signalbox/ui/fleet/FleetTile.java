package io.signalbox.ui.fleet;

import io.signalbox.model.RunnerTruth;
import io.signalbox.ui.kit.Box;
import io.signalbox.ui.theme.Palette;
import java.util.Objects;
import javafx.animation.FadeTransition;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.layout.Region;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/** One tile: a canvas that is drawn again only when its face, its mood or the colours changed. */
final class FleetTile extends Region {
  private final Canvas canvas = new Canvas();
  private final TilePainter painter;
  private final boolean motion;
  private @Nullable Drawn drawn;
  private @Nullable RunnerTruth runner;

  private record Drawn(
      TileFace face, Palette palette, Density density, Box box, TilePainter.Mood mood) {}

  FleetTile(TilePainter painter, boolean motion) {
    this.painter = painter;
    this.motion = motion;
    setAccessibleRole(AccessibleRole.LIST_ITEM);
    getChildren().add(canvas);
  }

  /** The runner shown, null while the tile is spare. */
  @Nullable RunnerTruth runner() {
    return runner;
  }

  /** The face shown, null while the tile is spare. */
  @Nullable TileFace face() {
    return drawn == null ? null : drawn.face();
  }

  void clear() {
    runner = null;
    drawn = null;
    setVisible(false);
  }

  void show(
      RunnerTruth next,
      TileFace face,
      Palette palette,
      Density density,
      TilePainter.Mood mood,
      double width) {
    runner = next;
    setVisible(true);
    Box box = new Box(0, 0, width, density.height());
    Drawn wanted = new Drawn(face, palette, density, box, mood);
    if (Objects.equals(wanted, drawn)) {
      return;
    }
    fadeNewTrouble(wanted);
    drawn = wanted;
    canvas.setWidth(width);
    canvas.setHeight(density.height());
    painter.paint(canvas.getGraphicsContext2D(), face, palette, density, box, mood);
    setAccessibleText(face.name() + ", " + face.role() + " " + face.word() + ", " + face.detail());
  }

  private void fadeNewTrouble(Drawn wanted) {
    Drawn before = drawn;
    if (motion
        && before != null
        && before.face().name().equals(wanted.face().name())
        && wanted.face().state().rank() < before.face().state().rank()
        && wanted.mood().unseen()) {
      FadeTransition fade = new FadeTransition(Duration.millis(200), canvas);
      fade.setFromValue(0.3);
      fade.setToValue(1);
      fade.play();
    }
  }

  @Override
  protected void layoutChildren() {
    canvas.relocate(0, 0);
  }
}
