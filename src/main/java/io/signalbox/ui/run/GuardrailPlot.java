package io.signalbox.ui.run;

import io.signalbox.model.GuardrailReading;
import io.signalbox.ui.theme.Palette;
import io.signalbox.ui.theme.Token;
import java.util.List;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** A guardrail's looks as a line, with its bounds and what it was before anything was changed. */
final class GuardrailPlot extends Region {
  private static final double HEIGHT = 40;
  private static final double EDGE = 4;
  private static final double DOT = 3;

  private final Canvas canvas = new Canvas();
  private final GuardrailSeries series;
  private final Palette palette;

  GuardrailPlot(GuardrailSeries series, Palette palette) {
    this.series = series;
    this.palette = palette;
    getStyleClass().add("guardrail-plot");
    setMinSize(0, HEIGHT);
    setPrefSize(120, HEIGHT);
    canvas.setManaged(false);
    getChildren().add(canvas);
  }

  @Override
  protected void layoutChildren() {
    if (canvas.getWidth() != getWidth()) {
      canvas.setWidth(getWidth());
      canvas.setHeight(HEIGHT);
      paint();
    }
  }

  private void paint() {
    GraphicsContext gc = canvas.getGraphicsContext2D();
    gc.clearRect(0, 0, canvas.getWidth(), HEIGHT);
    GuardrailReading last = series.last();
    bound(gc, last.max());
    bound(gc, last.min());
    Double baseline = last.baseline();
    if (baseline != null) {
      gc.setStroke(palette.of(Token.FG_SUBTLE));
      gc.setLineDashes(1, 3);
      across(gc, baseline);
    }
    gc.setLineDashes();
    line(gc);
    dots(gc);
  }

  private void bound(GraphicsContext gc, @Nullable Double value) {
    if (value != null) {
      gc.setStroke(palette.of(Token.ATTENTION_FG));
      gc.setLineDashes(5, 4);
      across(gc, value);
    }
  }

  private void across(GraphicsContext gc, double value) {
    double y = Math.round(y(value)) + 0.5;
    gc.setLineWidth(1);
    gc.strokeLine(0, y, canvas.getWidth(), y);
  }

  /** A look that could not be read is a hole in the line. */
  private void line(GraphicsContext gc) {
    gc.setStroke(palette.of(Token.FG_MUTED));
    gc.setLineWidth(1.5);
    List<GuardrailReading> looks = series.looks();
    for (int i = 1; i < looks.size(); i++) {
      Double before = looks.get(i - 1).value();
      Double value = looks.get(i).value();
      if (before != null && value != null) {
        gc.strokeLine(x(i - 1), y(before), x(i), y(value));
      }
    }
  }

  private void dots(GraphicsContext gc) {
    List<GuardrailReading> looks = series.looks();
    for (int i = 0; i < looks.size(); i++) {
      Double value = looks.get(i).value();
      if (value != null) {
        boolean over = looks.get(i).breached();
        gc.setFill(palette.of(over ? Token.DANGER_FG : Token.FG_MUTED));
        double size = over || i == looks.size() - 1 ? DOT : DOT - 1;
        gc.fillOval(x(i) - size, y(value) - size, 2 * size, 2 * size);
      }
    }
  }

  private double x(int index) {
    double room = canvas.getWidth() - 2 * EDGE;
    int steps = series.looks().size() - 1;
    return EDGE + (steps == 0 ? room : room * index / steps);
  }

  private double y(double value) {
    return EDGE + (HEIGHT - 2 * EDGE) * (1 - series.height(value));
  }
}
