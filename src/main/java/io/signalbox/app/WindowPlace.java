package io.signalbox.app;

import io.signalbox.ui.shell.ConsoleWindow;
import java.util.Optional;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;

/** Puts a window where it was left, as far as the screens of today allow. FX thread only. */
final class WindowPlace {
  /** So much of the window has to be on a screen, or it cannot be taken hold of. */
  private static final double GRIP = 120;

  private final Stage stage;
  private final ConsoleWindow window;
  private final Optional<WindowMemory> memory;
  private double x = Double.NaN;
  private double y = Double.NaN;
  private double width = Double.NaN;
  private double height = Double.NaN;

  WindowPlace(Stage stage, ConsoleWindow window, Optional<WindowMemory> memory) {
    this.stage = stage;
    this.window = window;
    this.memory = memory;
    stage.xProperty().subscribe(this::note);
    stage.yProperty().subscribe(this::note);
    stage.widthProperty().subscribe(this::note);
    stage.heightProperty().subscribe(this::note);
  }

  /** Before the stage is shown. */
  void restore() {
    memory.flatMap(WindowMemory::recall).ifPresent(this::restore);
  }

  private void restore(WindowMemory.Left left) {
    stage.setWidth(left.width());
    stage.setHeight(left.height());
    if (onScreen(left)) {
      stage.setX(left.x());
      stage.setY(left.y());
    }
    stage.setMaximized(left.maximized());
    if (left.theme() != null) {
      window.theme(left.theme());
    }
  }

  private static boolean onScreen(WindowMemory.Left left) {
    Rectangle2D bar =
        new Rectangle2D(left.x(), left.y(), left.width(), Math.min(GRIP, left.height()));
    return Screen.getScreens().stream()
        .map(Screen::getVisualBounds)
        .anyMatch(
            screen ->
                overlap(screen.getMinX(), screen.getMaxX(), bar.getMinX(), bar.getMaxX()) >= GRIP
                    && overlap(screen.getMinY(), screen.getMaxY(), bar.getMinY(), bar.getMaxY())
                        >= GRIP / 4);
  }

  private static double overlap(double from, double to, double otherFrom, double otherTo) {
    return Math.min(to, otherTo) - Math.max(from, otherFrom);
  }

  /** A maximised or minimised window still remembers the size it goes back to. */
  private void note() {
    if (!stage.isMaximized() && !stage.isIconified() && stage.isShowing()) {
      x = stage.getX();
      y = stage.getY();
      width = stage.getWidth();
      height = stage.getHeight();
    }
  }

  /** When the stage is closed. */
  void keep() {
    if (width > 0 && height > 0 && Double.isFinite(x) && Double.isFinite(y)) {
      WindowMemory.Left left =
          new WindowMemory.Left(
              x, y, width, height, stage.isMaximized(), window.chosenTheme().orElse(null));
      memory.ifPresent(kept -> kept.keep(left));
    }
  }
}
