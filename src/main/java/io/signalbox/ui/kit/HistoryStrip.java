package io.signalbox.ui.kit;

import io.signalbox.model.RunnerState;
import io.signalbox.model.StateSpan;
import io.signalbox.ui.theme.Palette;
import io.signalbox.ui.theme.Token;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;

/** The last hour of a runner as a strip; where nothing is known it is hatched, never filled. */
public final class HistoryStrip {
  /** What the strip shows. */
  public static final Duration SPAN = Duration.ofMinutes(60);

  private HistoryStrip() {}

  /**
   * A piece of the strip.
   *
   * @param from 0 to 1, the left end
   * @param to 0 to 1, the right end
   */
  public record Piece(double from, double to, RunnerState state) {}

  /** The known pieces of the hour before {@code now}, rounded to half a minute. */
  public static List<Piece> pieces(List<StateSpan> history, Instant now) {
    List<Piece> pieces = new ArrayList<>();
    for (StateSpan span : history) {
      double from = Math.max(0, fraction(span.from(), now));
      double to = Math.min(1, fraction(span.to(), now));
      if (to > from && span.state() != RunnerState.UNKNOWN) {
        pieces.add(new Piece(from, to, span.state()));
      }
    }
    return List.copyOf(pieces);
  }

  private static double fraction(Instant at, Instant now) {
    double before = Duration.between(at, now).toMillis() / (double) SPAN.toMillis();
    return Math.round((1 - before) * 120) / 120.0;
  }

  /** Draws the strip; the hatch lies under it and shows where no piece covers it. */
  public static void paint(
      GraphicsContext gc, List<Piece> pieces, Palette palette, Box box, double gap) {
    Hatch.paint(gc, box.x(), box.y(), box.width(), box.height(), gap, palette.of(Token.DONE_MUTED));
    for (Piece piece : pieces) {
      gc.setFill(colour(piece.state(), palette));
      double left = Math.round(box.x() + piece.from() * box.width());
      double right = Math.round(box.x() + piece.to() * box.width());
      gc.fillRect(left, box.y(), Math.max(1, right - left), box.height());
    }
  }

  /** The colour of a state on a strip: quiet where all is well. */
  public static Color colour(RunnerState state, Palette palette) {
    return palette.of(
        switch (state) {
          case ONLINE -> Token.SUCCESS_MUTED;
          case BUSY -> Token.ACCENT_EMPHASIS;
          case DEGRADED -> Token.ATTENTION_EMPHASIS;
          case OFFLINE -> Token.DANGER_EMPHASIS;
          case UNKNOWN -> Token.DONE_EMPHASIS;
        });
  }
}
