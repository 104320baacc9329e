package io.signalbox.planted.app;

import io.signalbox.planted.model.Back;

/** Planted: a public thing that nobody may see; with {@link Back} it closes a cycle. */
public class Hall {
  private Back back = new Back();

  /** The way back. */
  public Back back() {
    return back;
  }
}
