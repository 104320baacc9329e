package io.signalbox.ui.fleet;

import io.signalbox.model.RunnerTruth;
import io.signalbox.ui.fx.Subscriptions;
import io.signalbox.ui.kit.Live;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import javafx.beans.property.StringProperty;
import javafx.geometry.Orientation;
import javafx.scene.AccessibleRole;
import javafx.scene.control.ListView;
import javafx.scene.layout.Region;

/**
 * The tiles, in rows of a virtualised list: as many nodes as fit on screen, however many runners
 * there are.
 */
final class FleetGrid extends Region {
  private static final double SIDE = 16;
  private static final double LEAST = 160;

  private final Live live;
  private final FleetModel model;
  private final StringProperty selected;
  private final ListView<Integer> rows = new ListView<>();
  private final Set<TileRow> cells = new HashSet<>();
  private final TilePainter painter = new TilePainter();
  private Density density = Density.COMFORTABLE;
  private int columns = 1;
  private String soon = "";

  FleetGrid(
      Live live, FleetModel model, StringProperty selected, TileMenu menu, Subscriptions subs) {
    this.live = live;
    this.model = model;
    this.selected = selected;
    getStyleClass().add("fleet-grid");
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.LIST_VIEW);
    setAccessibleText("Runners");
    rows.setFocusTraversable(false);
    rows.getStyleClass().add("fleet-rows");
    rows.setCellFactory(_ -> new TileRow(this, menu));
    getChildren().add(rows);
    subs.on(widthProperty(), _ -> rebuild());
    subs.on(selected, _ -> refresh());
    subs.on(focusedProperty(), _ -> refresh());
    subs.onAny(this::refresh, sceneProperty());
    new FleetKeys(this, model, selected, menu).install();
  }

  /** Draws what the model holds now: only tiles that changed are painted. */
  void rebuild() {
    Density wanted = Density.of(model.shown().size());
    int wantedColumns = wanted.columns(inner());
    int count = (model.shown().size() + wantedColumns - 1) / wantedColumns;
    if (wanted != density || rows.getFixedCellSize() < 0) {
      rows.setFixedCellSize(wanted.height() + wanted.gap());
    }
    density = wanted;
    columns = wantedColumns;
    List<Integer> items = rows.getItems();
    if (items.size() != count) {
      rows.getItems().setAll(IntStream.range(0, count).boxed().toList());
      requestLayout();
    }
    refresh();
  }

  /** Draws the live cells again where their faces changed. */
  void refresh() {
    if (getScene() != null) {
      cells.removeIf(cell -> cell.getScene() == null);
      cells.forEach(TileRow::refresh);
    }
  }

  /** Remembers a row that is in use; rows that the list has dropped are forgotten. */
  void inUse(TileRow row) {
    cells.add(row);
  }

  /** Brings a runner into view at the next layout, when the columns are known. */
  void revealSoon(String runner) {
    soon = runner;
    requestLayout();
  }

  void reveal(int index) {
    if (index >= 0) {
      rows.scrollTo(Math.max(0, index / columns));
    }
  }

  /** Brings a row into view only when it is not: scrolling under the eye is disturbing. */
  void revealIfHidden(int index) {
    int row = index / columns;
    boolean visible =
        cells.stream()
            .anyMatch(
                cell ->
                    Objects.equals(cell.getItem(), row)
                        && cell.isVisible()
                        && cell.getLayoutY() >= 0
                        && cell.getLayoutY() + cell.getHeight() <= rows.getHeight());
    if (!visible) {
      reveal(index);
    }
  }

  int columns() {
    return columns;
  }

  int rowsPerPage() {
    return (int) Math.max(1, rows.getHeight() / (density.height() + density.gap()));
  }

  Density density() {
    return density;
  }

  /** The tile of a runner that is on screen now; for tests. */
  java.util.Optional<FleetTile> tile(String name) {
    return cells.stream()
        .filter(cell -> cell.getItem() != null)
        .flatMap(cell -> cell.tiles().stream())
        .filter(
            tile -> {
              RunnerTruth runner = tile.runner();
              return tile.isVisible() && runner != null && runner.name().equals(name);
            })
        .findFirst();
  }

  FleetTile newTile() {
    return new FleetTile(painter, live.motion());
  }

  void fill(FleetTile tile, int index) {
    if (index >= model.shown().size()) {
      tile.clear();
      return;
    }
    RunnerTruth runner = model.shown().get(index);
    boolean chosen = runner.name().equals(selected.get());
    tile.show(
        runner,
        TileFace.of(runner, live.thresholds(), live.now()),
        live.colours(),
        density,
        new TilePainter.Mood(
            chosen, chosen && isFocused(), tile.isHover(), model.unseen(runner.name())),
        density.tileWidth(inner()));
  }

  void choose(FleetTile tile) {
    RunnerTruth runner = tile.runner();
    if (runner != null) {
      requestFocus();
      model.seen(runner.name());
      selected.set(runner.name());
    }
  }

  void seen(FleetTile tile) {
    RunnerTruth runner = tile.runner();
    if (runner != null) {
      model.seen(runner.name());
    }
  }

  double inner() {
    return inner(getWidth());
  }

  private static double inner(double width) {
    return Math.max(100, width - 2 * SIDE);
  }

  double side() {
    return SIDE;
  }

  @Override
  public Orientation getContentBias() {
    return Orientation.HORIZONTAL;
  }

  /** What all tiles take, whatever the filter hides: what lies below must not jump. */
  @Override
  protected double computePrefHeight(double width) {
    int tiles = Math.max(1, model.all().size());
    Density full = Density.of(tiles);
    int across = full.columns(inner(width));
    int down = (tiles + across - 1) / across;
    return Math.max(LEAST, down * (full.height() + full.gap()));
  }

  @Override
  protected void layoutChildren() {
    rows.resizeRelocate(0, 0, getWidth(), getHeight());
    String wanted = soon;
    soon = "";
    int index = model.indexOf(wanted);
    if (index >= 0) {
      rows.layout();
      revealIfHidden(index);
    }
  }
}
