package io.signalbox.planted.demo;

import io.signalbox.planted.ui.timeline.Lane;

/** Planted: the demo world may not know the window. */
public class SeesTheWindow {
  private final Lane lane = new Lane();

  Lane lane() {
    return lane;
  }
}
