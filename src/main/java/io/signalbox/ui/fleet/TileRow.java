package io.signalbox.ui.fleet;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.ListCell;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.Pane;

/** A row of tiles; the tiles are reused as the list scrolls. */
final class TileRow extends ListCell<Integer> {
  private final FleetGrid grid;
  private final TileMenu menu;
  private final Pane pane = new Pane();
  private final List<FleetTile> tiles = new ArrayList<>();

  TileRow(FleetGrid grid, TileMenu menu) {
    this.grid = grid;
    this.menu = menu;
    getStyleClass().setAll("tile-row");
    setGraphic(pane);
    setText(null);
  }

  List<FleetTile> tiles() {
    return tiles;
  }

  @Override
  protected void updateItem(Integer row, boolean empty) {
    super.updateItem(row, empty);
    pane.setVisible(!empty);
    if (!empty) {
      grid.inUse(this);
    }
    refresh();
  }

  void refresh() {
    Integer row = getItem();
    if (row == null) {
      return;
    }
    int columns = grid.columns();
    while (tiles.size() < columns) {
      add(grid.newTile());
    }
    while (tiles.size() > columns) {
      pane.getChildren().remove(tiles.removeLast());
    }
    double width = grid.density().tileWidth(grid.inner());
    for (int i = 0; i < columns; i++) {
      FleetTile tile = tiles.get(i);
      tile.resizeRelocate(
          grid.side() + i * (width + grid.density().gap()), 0, width, grid.density().height());
      grid.fill(tile, row * columns + i);
    }
  }

  private void add(FleetTile tile) {
    tiles.add(tile);
    pane.getChildren().add(tile);
    tile.setOnMousePressed(
        event -> {
          grid.choose(tile);
          if (event.getButton() == MouseButton.SECONDARY) {
            menu.show(tile, event.getScreenX(), event.getScreenY());
          } else if (event.getClickCount() == 2) {
            menu.open(tile);
          }
          event.consume();
        });
    tile.setOnMouseEntered(
        _ -> {
          grid.seen(tile);
          menu.hover(tile);
          refresh();
        });
    tile.setOnMouseExited(_ -> refresh());
  }
}
