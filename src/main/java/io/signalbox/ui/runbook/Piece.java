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
 * @param size characters of running text, or lines of what has lines
 */
record Piece(
    Block block, int level, int quotes, String marker, double gap, List<Double> columns, int size) {
  Piece {
    columns = List.copyOf(columns);
  }

  /** With its size counted. */
  Piece(Block block, int level, int quotes, String marker, double gap, List<Double> columns) {
    this(block, level, quotes, marker, gap, columns, size(block));
  }

  private static int size(Block block) {
    return switch (block) {
      case Block.Paragraph text -> Pieces.length(text.text());
      case Block.Table table -> table.rows().size() + (table.header().isEmpty() ? 0 : 1);
      case Block.Code code -> count(code.text());
      case Block.Html html -> count(html.text());
      case Block.Fence fence -> count(fence.step().text());
      case Block.Title _, Block.Rule _, Block.Items _, Block.Quote _ -> 1;
    };
  }

  /** A guess at its height, good enough for a scroll bar. */
  double estimate(double width) {
    double room = Math.max(160, width - 24 * level - 16 * quotes);
    return gap
        + switch (block) {
          case Block.Title title -> title.heading().level() < 3 ? 32 : 24;
          case Block.Paragraph _ -> 22 * lines(size, room / 7.0);
          case Block.Table _ -> 30 * size;
          case Block.Rule _ -> 1;
          case Block.Code _ -> 24 + 20 * Math.min(CodeBox.TALLEST, size);
          case Block.Html _ -> 20 * size;
          case Block.Fence _ -> 150 + 20 * Math.min(CodeBox.TALLEST, size);
          case Block.Items _, Block.Quote _ -> 0;
        };
  }

  private static double lines(double characters, double perLine) {
    return Math.max(1, Math.ceil(characters / perLine));
  }

  private static int count(String text) {
    return 1 + (int) text.chars().filter(c -> c == '\n').count();
  }
}
