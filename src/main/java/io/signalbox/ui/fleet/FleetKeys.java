package io.signalbox.ui.fleet;

import javafx.beans.property.StringProperty;
import javafx.scene.input.KeyEvent;

/** The keyboard on the fleet: arrows move, Enter opens, a full stop shows what can be done. */
final class FleetKeys {
  private final FleetGrid grid;
  private final FleetModel model;
  private final StringProperty selected;
  private final TileMenu menu;

  FleetKeys(FleetGrid grid, FleetModel model, StringProperty selected, TileMenu menu) {
    this.grid = grid;
    this.model = model;
    this.selected = selected;
    this.menu = menu;
  }

  void install() {
    grid.setOnKeyPressed(this::onKey);
  }

  private void onKey(KeyEvent event) {
    if (event.isControlDown() || event.isAltDown() || event.isMetaDown()) {
      return;
    }
    boolean handled =
        switch (event.getCode()) {
          case LEFT -> move(-1);
          case RIGHT -> move(1);
          case UP -> move(-grid.columns());
          case DOWN -> move(grid.columns());
          case PAGE_UP -> move(-grid.columns() * grid.rowsPerPage());
          case PAGE_DOWN -> move(grid.columns() * grid.rowsPerPage());
          case HOME -> to(0);
          case END -> to(model.shown().size() - 1);
          case ENTER -> open();
          case PERIOD, CONTEXT_MENU -> actions();
          default -> false;
        };
    if (handled) {
      event.consume();
    }
  }

  private boolean move(int by) {
    int from = model.indexOf(selected.get());
    return from < 0 ? to(0) : to(from + by);
  }

  private boolean to(int index) {
    if (model.shown().isEmpty()) {
      return false;
    }
    int at = Math.clamp(index, 0, model.shown().size() - 1);
    String name = model.shown().get(at).name();
    model.seen(name);
    selected.set(name);
    grid.revealIfHidden(at);
    return true;
  }

  private boolean open() {
    if (model.indexOf(selected.get()) < 0) {
      return false;
    }
    menu.open(selected.get());
    return true;
  }

  private boolean actions() {
    grid.tile(selected.get()).ifPresent(menu::showAt);
    return true;
  }
}
