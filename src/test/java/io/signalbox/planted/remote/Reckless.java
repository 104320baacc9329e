package io.signalbox.planted.remote;

import io.signalbox.interlock.Mutating;

/** Planted: changes the world without a permit. */
public class Reckless {
  /** No permit asked. */
  @Mutating
  public void restart() {}
}
