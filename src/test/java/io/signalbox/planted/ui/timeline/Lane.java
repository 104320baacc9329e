package io.signalbox.planted.ui.timeline;

import io.signalbox.planted.ui.fleet.Tile;

/** Planted: one half of a cycle between two features. */
public class Lane {
  private Tile tile;

  Tile tile() {
    return tile;
  }
}
