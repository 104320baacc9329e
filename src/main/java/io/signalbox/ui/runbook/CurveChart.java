package io.signalbox.ui.runbook;

import io.signalbox.model.SeriesHistory;
import io.signalbox.ui.kit.Ages;
import io.signalbox.ui.kit.WideCanvas;
import io.signalbox.ui.theme.Fonts;
import io.signalbox.ui.theme.Palette;
import io.signalbox.ui.theme.Token;
import java.time.Instant;
import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.TextAlignment;

/** A few series as curves, told apart by their strokes; a hole in the samples is a hole. */
final class CurveChart extends WideCanvas {
  /** How many are drawn. */
  static final int MOST = 6;

  private static final double HEIGHT = 112;
  private static final double FOOT = 18;
  private static final double LEFT = 52;
  private static final double[][] DASHES = {{}, {6, 3}, {2, 3}};

  private final List<SeriesHistory> series;
  private final Palette colours;

  CurveChart(List<SeriesHistory> series, Palette colours) {
    super(HEIGHT);
    this.series = series;
    this.colours = colours;
    getStyleClass().add("curve-chart");
    setMaxHeight(HEIGHT);
    setAccessibleText("The last hour of " + series.size() + " series");
  }

  /** How a curve is drawn, for the table below; nothing for one that is not. */
  static Node key(int curve, Palette colours) {
    Canvas key = new Canvas(20, 12);
    if (curve >= 0) {
      GraphicsContext gc = key.getGraphicsContext2D();
      stroke(gc, curve, colours);
      gc.strokeLine(0, 6.5, 20, 6.5);
    }
    return key;
  }

  private static void stroke(GraphicsContext gc, int curve, Palette colours) {
    gc.setStroke(colours.of(curve < 3 ? Token.FG_DEFAULT : Token.FG_SUBTLE));
    gc.setLineWidth(1.4);
    gc.setLineDashes(DASHES[curve % 3]);
  }

  @Override
  protected void paint(GraphicsContext gc, double width) {
    double low = Double.MAX_VALUE;
    double high = -Double.MAX_VALUE;
    long first = Long.MAX_VALUE;
    long last = Long.MIN_VALUE;
    for (SeriesHistory one : series) {
      for (int i = 0; i < one.values().length; i++) {
        if (Double.isFinite(one.values()[i])) {
          low = Math.min(low, one.values()[i]);
          high = Math.max(high, one.values()[i]);
        }
        first = Math.min(first, one.seconds()[i]);
        last = Math.max(last, one.seconds()[i]);
      }
    }
    if (low > high || first >= last) {
      return;
    }
    double pad = low == high ? Math.max(1, Math.abs(low) * 0.1) : 0;
    Scale scale = new Scale(low - pad, high + pad, first, last, width);
    grid(gc, scale);
    for (int i = 0; i < series.size(); i++) {
      stroke(gc, i, colours);
      curve(gc, series.get(i), scale);
    }
    gc.setLineDashes();
  }

  private record Scale(double low, double high, long first, long last, double width) {
    double x(long second) {
      return LEFT + (width - LEFT - 2) * (second - first) / Math.max(1, last - first);
    }

    double y(double value) {
      return 6 + (HEIGHT - FOOT - 12) * (1 - (value - low) / (high - low));
    }
  }

  private void grid(GraphicsContext gc, Scale scale) {
    gc.setFont(Fonts.regular(11));
    gc.setFill(colours.of(Token.FG_SUBTLE));
    gc.setStroke(colours.of(Token.BORDER_MUTED));
    gc.setLineWidth(1);
    gc.setTextBaseline(VPos.CENTER);
    for (double value : new double[] {scale.low(), scale.high()}) {
      double y = Math.round(scale.y(value)) + 0.5;
      gc.strokeLine(LEFT, y, scale.width(), y);
      gc.setTextAlign(TextAlignment.RIGHT);
      gc.fillText(AnswerNode.number(value), LEFT - 8, y);
    }
    double foot = HEIGHT - FOOT / 2;
    gc.setTextAlign(TextAlignment.LEFT);
    gc.fillText(Ages.minute(Instant.ofEpochSecond(scale.first())), LEFT, foot);
    gc.setTextAlign(TextAlignment.RIGHT);
    gc.fillText(Ages.minute(Instant.ofEpochSecond(scale.last())), scale.width() - 2, foot);
  }

  private static void curve(GraphicsContext gc, SeriesHistory one, Scale scale) {
    long step = Long.MAX_VALUE;
    for (int i = 1; i < one.seconds().length; i++) {
      step = Math.min(step, one.seconds()[i] - one.seconds()[i - 1]);
    }
    gc.beginPath();
    boolean pen = false;
    for (int i = 0; i < one.seconds().length; i++) {
      double value = one.values()[i];
      boolean hole = i > 0 && one.seconds()[i] - one.seconds()[i - 1] > 3 * step;
      if (!Double.isFinite(value)) {
        pen = false;
      } else if (!pen || hole) {
        gc.moveTo(scale.x(one.seconds()[i]), scale.y(value));
        pen = true;
      } else {
        gc.lineTo(scale.x(one.seconds()[i]), scale.y(value));
      }
    }
    gc.stroke();
  }
}
