package io.signalbox.ui.detail;

import io.signalbox.model.Trend;
import io.signalbox.ui.kit.WideCanvas;
import io.signalbox.ui.theme.Palette;
import io.signalbox.ui.theme.Token;
import java.time.Duration;
import java.time.Instant;
import javafx.scene.canvas.GraphicsContext;
import org.jspecify.annotations.Nullable;

/** An hour of one percentage as a line; a hole in the samples is a hole in the line. */
final class TrendChart extends WideCanvas {
  private static final long SPAN_SECONDS = Duration.ofMinutes(60).toSeconds();
  private static final double HEIGHT = 36;

  private final @Nullable Trend trend;
  private final double limit;
  private final Palette palette;
  private final Instant now;

  TrendChart(@Nullable Trend trend, double limit, Palette palette, Instant now) {
    super(HEIGHT);
    this.trend = trend;
    this.limit = limit;
    this.palette = palette;
    this.now = now;
    getStyleClass().add("trend-chart");
  }

  @Override
  protected void paint(GraphicsContext gc, double width) {
    double base = HEIGHT - 1.5;
    gc.setLineWidth(1);
    gc.setStroke(palette.of(Token.BORDER_MUTED));
    gc.strokeLine(0, base, width, base);
    gc.setStroke(palette.of(Token.ATTENTION_MUTED));
    gc.setLineDashes(3, 4);
    double threshold = Math.round(y(limit)) + 0.5;
    gc.strokeLine(0, threshold, width, threshold);
    gc.setLineDashes();
    if (trend != null) {
      line(gc, trend);
    }
  }

  private void line(GraphicsContext gc, Trend samples) {
    long hole = hole(samples);
    int start = 0;
    for (int i = 1; i <= samples.size(); i++) {
      if (i == samples.size() || samples.seconds()[i] - samples.seconds()[i - 1] > hole) {
        piece(gc, samples, start, i);
        start = i;
      }
    }
  }

  private void piece(GraphicsContext gc, Trend samples, int from, int to) {
    if (to - from < 2) {
      return;
    }
    gc.beginPath();
    gc.moveTo(x(samples.seconds()[from]), y(samples.values()[from]));
    for (int i = from + 1; i < to; i++) {
      gc.lineTo(x(samples.seconds()[i]), y(samples.values()[i]));
    }
    boolean over = samples.values()[to - 1] > limit;
    gc.setStroke(palette.of(over ? Token.ATTENTION_FG : Token.FG_MUTED));
    gc.setLineWidth(1.4);
    gc.stroke();
    gc.lineTo(x(samples.seconds()[to - 1]), HEIGHT - 2);
    gc.lineTo(x(samples.seconds()[from]), HEIGHT - 2);
    gc.closePath();
    gc.setFill(palette.of(over ? Token.ATTENTION_FG : Token.FG_MUTED).deriveColor(0, 1, 1, 0.12));
    gc.fill();
  }

  /** More than three usual steps without a sample is a hole. */
  private static long hole(Trend samples) {
    if (samples.size() < 3) {
      return Long.MAX_VALUE;
    }
    long[] steps = new long[samples.size() - 1];
    for (int i = 1; i < samples.size(); i++) {
      steps[i - 1] = samples.seconds()[i] - samples.seconds()[i - 1];
    }
    java.util.Arrays.sort(steps);
    return Math.max(1, steps[steps.length / 2]) * 3;
  }

  private double x(long second) {
    double before = now.getEpochSecond() - second;
    return getWidth() * (1 - before / SPAN_SECONDS);
  }

  private static double y(double percent) {
    return 3 + (HEIGHT - 6) * (1 - Math.clamp(percent, 0, 100) / 100);
  }
}
