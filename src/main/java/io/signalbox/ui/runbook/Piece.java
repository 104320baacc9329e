package io.signalbox.ui.runbook;

import io.signalbox.runbook.Block;
import java.util.List;

/**
 * A stretch of a runbook that is drawn by itself, so that only those in sight have nodes. Pure.
 *
 * @param block a block without blocks of its own
 * @param level how many lists it stands in
 * @param quotes how many quotations it stands in
 * @param marker the bullet, number or box before it; empty for none
 * @param gap pixels above it
 * @param columns for a table, the share of each column; else empty
 */
record Piece(Block block, int level, int quotes, String marker, double gap, List<Double> columns) {
  Piece {
    columns = List.copyOf(columns);
  }

  /** A guess at its height, good enough for a scroll bar. */
  double estimate(double width) {
    double room = Math.max(160, width - 24 * level - 16 * quotes);
    return gap
        + switch (block) {
          case Block.Title title -> title.heading().level() < 3 ? 32 : 24;
          case Block.Paragraph text -> 22 * lines(Pieces.length(text.text()), room / 7.0);
          case Block.Table table -> 30 * (table.rows().size() + (table.header().isEmpty() ? 0 : 1));
          case Block.Rule _ -> 1;
          case Block.Code code -> 24 + 20 * Math.min(CodeBox.TALLEST, count(code.text()));
          case Block.Html html -> 20 * count(html.text());
          case Block.Fence fence ->
              150 + 20 * Math.min(CodeBox.TALLEST, count(fence.step().text()));
          case Block.Items _, Block.Quote _ -> 0;
        };
  }

  private static double lines(double characters, double perLine) {
    return Math.max(1, Math.ceil(characters / perLine));
  }

  private static double count(String text) {
    return 1 + text.chars().filter(c -> c == '\n').count();
  }
}
