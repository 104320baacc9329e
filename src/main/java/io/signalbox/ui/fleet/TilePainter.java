package io.signalbox.ui.fleet;

import io.signalbox.model.RunnerState;
import io.signalbox.ui.kit.Box;
import io.signalbox.ui.kit.Glyph;
import io.signalbox.ui.kit.Hatch;
import io.signalbox.ui.kit.HistoryStrip;
import io.signalbox.ui.kit.StateLook;
import io.signalbox.ui.kit.TextFit;
import io.signalbox.ui.theme.Fonts;
import io.signalbox.ui.theme.Palette;
import io.signalbox.ui.theme.Token;
import java.util.List;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;

/** Draws a tile's face; nothing in it moves or grows with its content. FX thread only. */
final class TilePainter {
  private static final double RADIUS = 6;

  private final TextFit fit = new TextFit();
  private final Font name = Fonts.medium(14);
  private final Font word = Fonts.regular(13);
  private final Font detail = Fonts.regular(12);
  private final Font caption = Fonts.regular(11);
  private final Font smallName = Fonts.medium(12);

  /** What surrounds a face. */
  record Mood(boolean selected, boolean focused, boolean hovered, boolean unseen) {}

  /** Colours of text on this tile: an offline tile is filled, so its text is light. */
  private record Ink(
      Color strong, Color muted, Color subtle, Color state, Color track, Color fill) {}

  void paint(
      GraphicsContext gc, TileFace face, Palette palette, Density density, Box box, Mood mood) {
    gc.clearRect(0, 0, box.width(), box.height());
    Ink ink = ink(face, palette);
    frame(gc, face, palette, box, mood);
    switch (density) {
      case COMFORTABLE -> comfortable(gc, face, palette, ink, box);
      case COMPACT -> compact(gc, face, palette, ink, box);
      case HEAT -> heat(gc, face, palette, ink, box);
    }
    if (mood.unseen()) {
      gc.setFill(ink.strong());
      gc.fillOval(box.width() - 9, 4, 5, 5);
    }
  }

  private static Ink ink(TileFace face, Palette palette) {
    if (face.state() == RunnerState.OFFLINE) {
      Color white = palette.of(Token.FG_ON_EMPHASIS);
      Color muted = white.deriveColor(0, 1, 1, 0.86);
      return new Ink(
          white,
          muted,
          white.deriveColor(0, 1, 1, 0.76),
          white,
          white.deriveColor(0, 1, 1, 0.25),
          muted);
    }
    Color muted = palette.of(Token.FG_MUTED);
    Color state =
        face.state() == RunnerState.ONLINE
            ? muted
            : palette.of(StateLook.tone(face.state()).foreground());
    return new Ink(
        palette.of(Token.FG_DEFAULT),
        muted,
        palette.of(Token.FG_SUBTLE),
        state,
        palette.of(Token.BAR_TRACK),
        palette.of(Token.BAR_FILL));
  }

  private static void frame(
      GraphicsContext gc, TileFace face, Palette palette, Box box, Mood mood) {
    Token fill =
        face.state() == RunnerState.OFFLINE
            ? Token.DANGER_FILL
            : mood.hovered() || mood.selected() ? Token.BG_RAISED : Token.BG_PANEL;
    Token line =
        switch (face.state()) {
          case OFFLINE -> Token.DANGER_FILL;
          case DEGRADED -> Token.ATTENTION_MUTED;
          case UNKNOWN -> Token.DONE_MUTED;
          case BUSY, ONLINE -> mood.hovered() ? Token.BORDER_DEFAULT : Token.BORDER_MUTED;
        };
    gc.setFill(palette.of(fill));
    gc.fillRoundRect(0, 0, box.width(), box.height(), RADIUS * 2, RADIUS * 2);
    if (mood.selected()) {
      stroke(gc, palette.of(selection(face, mood)), 2, box);
    } else {
      stroke(gc, palette.of(line), 1, box);
    }
  }

  private static Token selection(TileFace face, Mood mood) {
    return face.state() == RunnerState.OFFLINE
        ? Token.FG_DEFAULT
        : mood.focused() ? Token.ACCENT_FG : Token.FG_SUBTLE;
  }

  private static void stroke(GraphicsContext gc, Color colour, double width, Box box) {
    gc.setStroke(colour);
    gc.setLineWidth(width);
    double half = width / 2;
    gc.strokeRoundRect(
        half, half, box.width() - width, box.height() - width, RADIUS * 2 - 1, RADIUS * 2 - 1);
  }

  private void comfortable(GraphicsContext gc, TileFace face, Palette palette, Ink ink, Box box) {
    double pad = 14;
    double right = box.width() - pad;
    double nameRoom = right - pad;
    if (!face.role().isEmpty()) {
      double width = fit.width(face.role(), caption) + 12;
      gc.setStroke(ink.track());
      gc.setLineWidth(1);
      gc.strokeRoundRect(right - width + 0.5, 9.5, width - 1, 17, 8, 8);
      text(gc, face.role(), caption, ink.subtle(), right - width + 6, 22);
      nameRoom -= width + 8;
    }
    text(gc, fit.middle(face.name(), name, nameRoom), name, ink.strong(), pad, 23);
    Color sign = face.state() == RunnerState.ONLINE ? palette.of(Token.SUCCESS_FG) : ink.state();
    StateLook.glyph(face.state()).paint(gc, pad - 1, 32, 12, sign);
    text(gc, fit.end(face.word(), word, right - pad - 17), word, ink.state(), pad + 17, 42.5);
    text(gc, fit.end(face.detail(), detail, right - pad), detail, ink.muted(), pad, 60);
    double gap = 12;
    double width = (right - pad - 2 * gap) / 3;
    for (int i = 0; i < face.meters().size(); i++) {
      meter(
          gc, face.meters().get(i), palette, ink, new Box(pad + i * (width + gap), 69, width, 22));
    }
    int badges = badges(gc, face, palette, ink, right, 96);
    double room = right - pad - badges * 18;
    text(gc, fit.end(face.checkIn(), caption, room), caption, ink.subtle(), pad, 107);
    strip(gc, face, palette, new Box(pad, 116, right - pad, 5));
  }

  private void meter(GraphicsContext gc, Meter meter, Palette palette, Ink ink, Box box) {
    double numberWidth = fit.width(meter.text(), caption);
    String label = meter.word().equals("memory") ? "mem" : meter.word();
    text(gc, label, caption, ink.subtle(), box.x(), box.y() + 11);
    Color number =
        meter.over() && !ink.state().equals(ink.strong())
            ? palette.of(Token.ATTENTION_FG)
            : meter.stale() || !meter.known() ? ink.subtle() : ink.strong();
    text(gc, meter.text(), caption, number, box.right() - numberWidth, box.y() + 11);
    bar(gc, meter, palette, ink, new Box(box.x(), box.y() + 17, box.width(), 3));
  }

  private static void bar(GraphicsContext gc, Meter meter, Palette palette, Ink ink, Box box) {
    if (!meter.known()) {
      Hatch.paint(gc, box.x(), box.y(), box.width(), box.height(), 4, ink.track());
      return;
    }
    gc.setFill(ink.track());
    gc.fillRect(box.x(), box.y(), box.width(), box.height());
    boolean filled = ink.state().equals(ink.strong());
    gc.setFill(meter.over() && !filled ? palette.of(Token.ATTENTION_FG) : ink.fill());
    double width = Math.max(1, (double) Math.round(box.width() * meter.share()));
    if (meter.stale()) {
      Hatch.paint(gc, box.x(), box.y(), width, box.height(), 3, ink.muted());
    } else {
      gc.fillRect(box.x(), box.y(), width, box.height());
    }
    gc.setFill(ink.subtle());
    gc.fillRect(
        (double) Math.round(box.x() + box.width() * meter.limit()),
        box.y() - 2,
        1,
        box.height() + 4);
  }

  private static int badges(
      GraphicsContext gc, TileFace face, Palette palette, Ink ink, double right, double y) {
    List<Glyph> glyphs = face.badges().stream().map(TilePainter::badge).distinct().toList();
    boolean filled = ink.state().equals(ink.strong());
    for (int i = 0; i < glyphs.size(); i++) {
      Color colour = filled ? ink.muted() : palette.of(Token.ATTENTION_FG);
      glyphs.get(i).paint(gc, right - 13 - i * 18, y, 13, colour);
    }
    return glyphs.size();
  }

  /** The sign of a badge; its words are in the tooltip and in the details. */
  static Glyph badge(String id) {
    return switch (id) {
      case "monitoring-blind" -> Glyph.BLIND;
      case "labels" -> Glyph.TAG;
      case "no-independent-secondary", "same-host" -> Glyph.STACK;
      default -> Glyph.INFO;
    };
  }

  private void compact(GraphicsContext gc, TileFace face, Palette palette, Ink ink, Box box) {
    double pad = 10;
    double right = box.width() - pad;
    Color sign = face.state() == RunnerState.ONLINE ? palette.of(Token.SUCCESS_FG) : ink.state();
    StateLook.glyph(face.state()).paint(gc, pad - 1, 9, 11, sign);
    text(
        gc,
        fit.middle(face.name(), smallName, right - pad - 15),
        smallName,
        ink.strong(),
        pad + 15,
        19);
    int badges = badges(gc, face, palette, ink, right, 25);
    double room = right - pad - badges * 18;
    text(gc, fit.end(face.word(), caption, room), caption, ink.state(), pad, 36);
    double width = (right - pad - 12) / 3;
    for (int i = 0; i < face.meters().size(); i++) {
      Meter meter = face.meters().get(i);
      bar(gc, meter, palette, ink, new Box(pad + i * (width + 6), 46, width, 3));
    }
    strip(gc, face, palette, new Box(pad, 56, right - pad, 4));
  }

  private void heat(GraphicsContext gc, TileFace face, Palette palette, Ink ink, Box box) {
    Color sign = face.state() == RunnerState.ONLINE ? palette.of(Token.SUCCESS_FG) : ink.state();
    StateLook.glyph(face.state()).paint(gc, 7, 8, 10, sign);
    text(gc, fit.middle(face.name(), caption, box.width() - 29), caption, ink.strong(), 22, 17);
    strip(gc, face, palette, new Box(8, 25, box.width() - 16, 3));
  }

  /** On a filled tile the strip gets a ground of its own, else its own red would be lost. */
  private static void strip(GraphicsContext gc, TileFace face, Palette palette, Box box) {
    if (face.state() == RunnerState.OFFLINE) {
      gc.setFill(palette.of(Token.BG_INSET));
      gc.fillRoundRect(box.x() - 2, box.y() - 2, box.width() + 4, box.height() + 4, 3, 3);
    }
    HistoryStrip.paint(gc, face.history(), palette, box, 4);
  }

  private static void text(
      GraphicsContext gc, String text, Font font, Color colour, double x, double baseline) {
    gc.setFont(font);
    gc.setFill(colour);
    gc.fillText(text, x, baseline);
  }
}
