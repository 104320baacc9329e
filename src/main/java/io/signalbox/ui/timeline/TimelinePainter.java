package io.signalbox.ui.timeline;

import io.signalbox.ui.kit.Ages;
import io.signalbox.ui.kit.Box;
import io.signalbox.ui.kit.Hatch;
import io.signalbox.ui.kit.TextFit;
import io.signalbox.ui.theme.Fonts;
import io.signalbox.ui.theme.Palette;
import io.signalbox.ui.theme.Token;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import org.jspecify.annotations.Nullable;

/**
 * Draws lanes and bars and says where the bars ended up. What runs over an edge is painted over
 * afterwards, never clipped: a clip makes the renderer blend the whole canvas once for each thing
 * drawn under it. FX thread only.
 */
final class TimelinePainter {
  static final double LABELS = 148;
  static final double AXIS = 22;
  private static final double BAR = 16;
  private static final double BESIDE = 190;
  private static final double LEAD = 3;
  private static final double PAD = 2;
  private static final double INSIDE = 64;
  private static final double OVER = 20;

  private final TextFit fit = new TextFit();
  private final Font caption = Fonts.regular(11);
  private final Font label = Fonts.regular(12);
  private final Font kind = Fonts.medium(12);

  /** What to draw. */
  record Scene(
      TimelineLayout layout,
      TimeScale scale,
      Instant now,
      double height,
      double scroll,
      @Nullable TimelinePick picked,
      boolean focused,
      double row,
      @Nullable Instant knownUntil) {}

  /** The height that all lanes take together. */
  static double heightOf(TimelineLayout layout, double row) {
    return layout.lanes().stream().mapToDouble(lane -> laneHeight(lane, row)).sum();
  }

  static double laneHeight(Lane lane, double row) {
    return lane.rows().size() * row + PAD;
  }

  List<PlacedBar> paint(GraphicsContext gc, Palette palette, Scene scene) {
    double right = scene.scale().left() + scene.scale().width();
    gc.setFill(palette.of(Token.BG_CANVAS));
    gc.fillRect(0, 0, right + OVER, scene.height());
    List<PlacedBar> placed = new ArrayList<>();
    grid(gc, palette, scene);
    double y = AXIS - scene.scroll();
    for (Lane lane : scene.layout().lanes()) {
      double height = laneHeight(lane, scene.row());
      if (y + height > AXIS && y < scene.height()) {
        lane(gc, palette, scene, lane, y, placed);
      }
      y += height;
    }
    notKnown(gc, palette, scene);
    now(gc, palette, scene);
    gc.setFill(palette.of(Token.BG_CANVAS));
    gc.fillRect(0, AXIS, LABELS, scene.height() - AXIS);
    gc.fillRect(right, AXIS, OVER, scene.height() - AXIS);
    labels(gc, palette, scene);
    gc.setFill(palette.of(Token.BG_CANVAS));
    gc.fillRect(0, 0, right + OVER, AXIS);
    axis(gc, palette, scene);
    return List.copyOf(placed);
  }

  private void labels(GraphicsContext gc, Palette palette, Scene scene) {
    double y = AXIS - scene.scroll();
    for (Lane lane : scene.layout().lanes()) {
      double height = laneHeight(lane, scene.row());
      if (y + height > AXIS && y < scene.height()) {
        boolean environment = lane.kind() == Lane.Kind.ENVIRONMENT;
        line(gc, palette, y + height, LABELS);
        Font font = environment ? kind : label;
        gc.setFont(font);
        gc.setFill(palette.of(environment ? Token.FG_DEFAULT : Token.FG_MUTED));
        gc.fillText(fit.middle(lane.name(), font, LABELS - 28), 16, y + top(scene) + 12.5);
      }
      y += height;
    }
  }

  private static void line(GraphicsContext gc, Palette palette, double bottom, double to) {
    gc.setStroke(palette.of(Token.BORDER_MUTED));
    gc.setLineWidth(1);
    double line = Math.round(bottom) - 0.5;
    gc.strokeLine(0, line, to, line);
  }

  private static void grid(GraphicsContext gc, Palette palette, Scene scene) {
    gc.setStroke(palette.of(Token.BORDER_MUTED));
    gc.setLineWidth(1);
    for (Instant tick : scene.scale().ticks(84)) {
      double x = Math.round(scene.scale().x(tick)) + 0.5;
      gc.strokeLine(x, AXIS, x, scene.height());
    }
  }

  private void axis(GraphicsContext gc, Palette palette, Scene scene) {
    gc.setFont(caption);
    gc.setFill(palette.of(Token.FG_SUBTLE));
    gc.fillText("UTC", 16, 15);
    double nowX = scene.scale().x(scene.now());
    double nowHalf = fit.width("now", caption) / 2;
    for (Instant tick : scene.scale().ticks(84)) {
      String text = tickText(tick);
      double half = fit.width(text, caption) / 2;
      double x = scene.scale().x(tick);
      double right = scene.scale().left() + scene.scale().width();
      if (x - half >= LABELS && x + half <= right && Math.abs(x - nowX) > half + nowHalf + 6) {
        gc.fillText(text, x - half, 15);
      }
    }
    if (nowX >= LABELS && nowX <= scene.scale().left() + scene.scale().width()) {
      gc.setFill(palette.of(Token.FG_DEFAULT));
      gc.fillText("now", nowX - nowHalf, 15);
    }
    gc.setStroke(palette.of(Token.BORDER_MUTED));
    gc.strokeLine(0, AXIS - 0.5, scene.scale().left() + scene.scale().width(), AXIS - 0.5);
  }

  private static String tickText(Instant tick) {
    String minute = Ages.minute(tick);
    return minute.equals("00:00") ? Ages.full(tick).substring(5, 10) : minute;
  }

  /** Over everything that is drawn after GitHub's last answer: it may have ended meanwhile. */
  private static void notKnown(GraphicsContext gc, Palette palette, Scene scene) {
    Instant until = scene.knownUntil();
    if (until != null) {
      double from = Math.max(LABELS, scene.scale().x(until));
      double width = scene.scale().x(scene.now()) - from;
      if (width > 0) {
        double height = scene.height() - AXIS;
        Hatch.paint(gc, from, AXIS, width, height, 6, palette.of(Token.DONE_EMPHASIS));
      }
    }
  }

  private static void now(GraphicsContext gc, Palette palette, Scene scene) {
    double x = Math.round(scene.scale().x(scene.now())) + 0.5;
    if (x >= LABELS) {
      gc.setStroke(palette.of(Token.FG_SUBTLE));
      gc.setLineWidth(1);
      gc.setLineDashes(2, 3);
      gc.strokeLine(x, AXIS, x, scene.height());
      gc.setLineDashes();
    }
  }

  private void lane(
      GraphicsContext gc,
      Palette palette,
      Scene scene,
      Lane lane,
      double y,
      List<PlacedBar> placed) {
    double height = laneHeight(lane, scene.row());
    line(gc, palette, y + height, scene.scale().left() + scene.scale().width());
    for (int row = 0; row < lane.rows().size(); row++) {
      double limit =
          Math.min(scene.scale().left() + scene.scale().width(), scene.scale().x(scene.now()));
      for (Bar bar : lane.rows().get(row).reversed()) {
        PlacedBar drawn = bar(gc, palette, scene, lane, bar, y + top(scene) + row * scene.row());
        beside(gc, palette, drawn, limit);
        placed.add(drawn);
        limit = drawn.box().x() - Math.max(0, drawn.box().x() - scene.scale().x(bar.begin()));
      }
    }
  }

  private PlacedBar bar(
      GraphicsContext gc, Palette palette, Scene scene, Lane lane, Bar bar, double y) {
    double from = scene.scale().x(bar.from());
    double left = Math.max(LABELS - OVER, from);
    double right =
        Math.min(
            scene.scale().left() + scene.scale().width() + OVER,
            scene.scale().x(bar.end(scene.now())));
    Box box = new Box(Math.round(left), y, Math.max(3, Math.round(right - left)), BAR);
    if (bar.queuedFrom() != null && bar.waited().toSeconds() > 0) {
      double lead = Math.max(LABELS - OVER, scene.scale().x(bar.begin()));
      gc.setFill(palette.of(Token.ACCENT_MUTED));
      gc.fillRect(lead, y + BAR, Math.max(2, from - lead), LEAD);
    }
    fill(gc, palette, bar, box);
    content(gc, palette, bar, box);
    if (bar.pick().equals(scene.picked())) {
      gc.setStroke(palette.of(scene.focused() ? Token.ACCENT_FG : Token.FG_MUTED));
      gc.setLineWidth(2);
      gc.strokeRoundRect(box.x() - 1, box.y() - 1, box.width() + 2, box.height() + 2, 6, 6);
    }
    return new PlacedBar(lane, bar, box);
  }

  /** Bars stand in the middle of what their row leaves free. */
  private static double top(Scene scene) {
    return PAD + Math.max(0, (scene.row() - BAR - LEAD - PAD) / 2);
  }

  /** The title beside a bar that is too short for it, where nothing else stands. */
  private void beside(GraphicsContext gc, Palette palette, PlacedBar drawn, double limit) {
    double room = Math.min(BESIDE, limit - drawn.box().right() - 12);
    double inside = drawn.box().right() - Math.max(drawn.box().x(), LABELS);
    if (inside >= INSIDE || room < 44 || drawn.box().right() < LABELS) {
      return;
    }
    gc.setFont(caption);
    gc.setFill(palette.of(Token.FG_SUBTLE));
    gc.fillText(
        fit.end(drawn.bar().title(), caption, room), drawn.box().right() + 5, drawn.box().y() + 12);
  }

  private static void fill(GraphicsContext gc, Palette palette, Bar bar, Box box) {
    Color background = palette.of(bar.state().background());
    Color line = palette.of(bar.state().foreground());
    switch (bar.state().fill()) {
      case SOLID -> {
        gc.setFill(background);
        gc.fillRoundRect(box.x(), box.y(), box.width(), box.height(), 4, 4);
      }
      case OUTLINE -> {
        gc.setFill(background);
        gc.fillRoundRect(box.x(), box.y(), box.width(), box.height(), 4, 4);
        outline(gc, line, box);
      }
      case HATCHED -> {
        gc.setFill(palette.of(Token.BG_CANVAS));
        gc.fillRoundRect(box.x(), box.y(), box.width(), box.height(), 4, 4);
        Hatch.paint(gc, box.x(), box.y(), box.width(), box.height(), 5, background);
        outline(gc, background, box);
      }
    }
  }

  private static void outline(GraphicsContext gc, Color line, Box box) {
    gc.setStroke(line);
    gc.setLineWidth(1);
    gc.strokeRoundRect(
        box.x() + 0.5, box.y() + 0.5, Math.max(1, box.width() - 1), box.height() - 1, 4, 4);
  }

  private void content(GraphicsContext gc, Palette palette, Bar bar, Box box) {
    double visibleLeft = Math.max(box.x(), LABELS);
    double room = box.right() - visibleLeft;
    if (room < 15) {
      return;
    }
    Color ink = palette.of(bar.state().foreground());
    boolean text = room >= INSIDE;
    if (bar.state().fill() == BarState.Fill.HATCHED) {
      double width =
          text ? Math.min(room - 4, 18 + fit.width(bar.title(), caption)) : Math.min(room - 4, 14);
      gc.setFill(palette.of(Token.BG_CANVAS));
      gc.fillRect(visibleLeft + 2, box.y() + 2, width, box.height() - 4);
    }
    bar.state().glyph().paint(gc, visibleLeft + 4, box.y() + 3, 10, ink);
    if (text) {
      gc.setFont(caption);
      gc.setFill(ink);
      gc.fillText(fit.end(bar.title(), caption, room - 22), visibleLeft + 18, box.y() + 12);
    }
  }
}
