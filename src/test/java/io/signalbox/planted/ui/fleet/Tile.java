package io.signalbox.planted.ui.fleet;

import io.signalbox.interlock.Permit;
import io.signalbox.planted.demo.SeesTheWindow;
import io.signalbox.planted.ui.timeline.Lane;
import javafx.application.Platform;
import javafx.beans.property.SimpleStringProperty;
import javafx.stage.Stage;

/** Planted: everything a view must not do. */
public class Tile {
  static int counter;
  private Lane lane;
  private Permit permit;
  private SeesTheWindow demo;
  private eu.hansolo.tilesfx.Tile.SkinType skin = eu.hansolo.tilesfx.Tile.SkinType.TIMELINE;

  void wrong() {
    Platform.runLater(() -> {});
    new SimpleStringProperty().addListener(_ -> {});
    new Stage().showAndWait();
  }
}
