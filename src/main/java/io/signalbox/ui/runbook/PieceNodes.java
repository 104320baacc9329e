package io.signalbox.ui.runbook;

import io.signalbox.runbook.Block;
import io.signalbox.runbook.Inline;
import io.signalbox.runbook.LinkTarget;
import io.signalbox.runbook.Step;
import io.signalbox.ui.kit.Parts;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.geometry.HPos;
import javafx.geometry.Insets;
import javafx.geometry.VPos;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Draws a piece of a runbook. FX thread only. */
final class PieceNodes {
  private static final double STEP_IN = 24;

  private final Consumer<LinkTarget> follow;
  private final Function<Step, Region> card;

  PieceNodes(Consumer<LinkTarget> follow, Function<Step, Region> card) {
    this.follow = follow;
    this.card = card;
  }

  Region of(Piece piece) {
    Region inner = placed(piece, content(piece));
    VBox.setVgrow(inner, Priority.NEVER);
    VBox outer = new VBox(inner);
    outer.setPadding(new Insets(piece.gap(), 0, 0, 0));
    outer.setFillWidth(true);
    return outer;
  }

  /** Within its lists and quotations. */
  private static Region placed(Piece piece, Region content) {
    if (piece.level() == 0 && piece.quotes() == 0) {
      return content;
    }
    HBox row = new HBox();
    for (int i = 0; i < piece.quotes(); i++) {
      Region line = new Region();
      line.getStyleClass().add("quote-bar");
      row.getChildren().add(line);
    }
    if (piece.level() > 0) {
      Label marker = Parts.label(piece.marker(), "list-marker");
      double width = STEP_IN * piece.level();
      marker.setMinWidth(width);
      marker.setPrefWidth(width);
      row.getChildren().add(marker);
    }
    HBox.setHgrow(content, Priority.ALWAYS);
    content.setMinWidth(0);
    row.getChildren().add(content);
    return row;
  }

  private Region content(Piece piece) {
    return switch (piece.block()) {
      case Block.Title title ->
          InlineText.of(title.text(), "title-" + Math.min(4, title.heading().level()), follow);
      case Block.Paragraph text -> InlineText.of(text.text(), "reading", follow);
      case Block.Table table -> table(table, piece.columns());
      case Block.Rule _ -> rule();
      case Block.Code code -> code(code.text());
      case Block.Html html -> html(html.text());
      case Block.Fence fence -> card.apply(fence.step());
      case Block.Items _, Block.Quote _ -> throw new IllegalStateException("not a leaf");
    };
  }

  private static Region rule() {
    Region rule = new Region();
    rule.getStyleClass().add("reading-rule");
    return rule;
  }

  private static Region code(String text) {
    CodeBox box = new CodeBox(CodeText.of(text, "", List.of()));
    box.show(Map.of());
    return box;
  }

  private static Region html(String text) {
    Label words = Parts.paragraph(text.strip(), "inert-block");
    Parts.tip(words, "HTML is shown as text; nothing in it does anything");
    return words;
  }

  private GridPane table(Block.Table table, List<Double> columns) {
    GridPane grid = new GridPane();
    grid.getStyleClass().add("reading-table");
    for (int column = 0; column < columns.size(); column++) {
      ColumnConstraints width = new ColumnConstraints();
      width.setPercentWidth(100 * columns.get(column));
      width.setHalignment(right(table, column) ? HPos.RIGHT : HPos.LEFT);
      grid.getColumnConstraints().add(width);
    }
    int row = 0;
    if (!table.header().isEmpty()) {
      cells(grid, row++, table.header(), table, "table-header");
    }
    for (List<List<Inline>> cells : table.rows()) {
      cells(grid, row++, cells, table, "table-cell");
    }
    return grid;
  }

  private void cells(
      GridPane grid, int row, List<List<Inline>> cells, Block.Table table, String style) {
    for (int column = 0; column < table.right().size(); column++) {
      List<Inline> text = column < cells.size() ? cells.get(column) : List.of();
      var flow = InlineText.of(text, style, follow);
      if (right(table, column)) {
        flow.setTextAlignment(javafx.scene.text.TextAlignment.RIGHT);
      }
      GridPane.setValignment(flow, VPos.TOP);
      GridPane.setFillHeight(flow, true);
      grid.add(flow, column, row);
    }
  }

  private static boolean right(Block.Table table, int column) {
    return column < table.right().size() && table.right().get(column);
  }
}
