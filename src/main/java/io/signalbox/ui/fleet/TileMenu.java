package io.signalbox.ui.fleet;

import io.signalbox.model.RunnerTruth;
import io.signalbox.ui.kit.Live;
import io.signalbox.ui.kit.RunnerCommands;
import javafx.geometry.Bounds;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Tooltip;
import javafx.util.Duration;

/** What can be done with a tile, and what its tooltip says: one of each for all tiles. */
final class TileMenu {
  private final Live live;
  private final RunnerCommands commands;
  private final ContextMenu menu = new ContextMenu();
  private final Tooltip tip = new Tooltip();

  TileMenu(Live live, RunnerCommands commands) {
    this.live = live;
    this.commands = commands;
    tip.setShowDelay(Duration.millis(500));
    tip.setShowDuration(Duration.minutes(2));
    tip.getStyleClass().add("mono-tip");
  }

  void open(FleetTile tile) {
    RunnerTruth runner = tile.runner();
    if (runner != null) {
      commands.open(runner.name());
    }
  }

  void open(String runner) {
    commands.open(runner);
  }

  void show(FleetTile tile, double screenX, double screenY) {
    RunnerTruth runner = tile.runner();
    if (runner == null) {
      return;
    }
    String name = runner.name();
    menu.getItems()
        .setAll(
            item("Details", () -> commands.open(name)),
            new SeparatorMenuItem(),
            item("Check service", () -> commands.checkService(name)),
            item("Restart service…", () -> commands.restartService(name)));
    if (commands.hasRole(name)) {
      menu.getItems().add(item("Plan failover from here…", () -> commands.planFailover(name)));
    }
    menu.show(tile, screenX, screenY);
  }

  void showAt(FleetTile tile) {
    Bounds bounds = tile.localToScreen(tile.getBoundsInLocal());
    if (bounds != null) {
      show(tile, bounds.getMinX() + 24, bounds.getMinY() + 24);
    }
  }

  /** Inputs with their ages, put together only when the pointer is there. */
  void hover(FleetTile tile) {
    RunnerTruth runner = tile.runner();
    if (runner != null) {
      tip.setText(InputsText.of(runner, live.now()));
      Tooltip.install(tile, tip);
    }
  }

  private static MenuItem item(String text, Runnable action) {
    MenuItem item = new MenuItem(text);
    item.setOnAction(_ -> action.run());
    return item;
  }
}
