package io.signalbox.planted.runbook;

import io.signalbox.planted.app.Hall;

/** Planted: this room may not see {@code app}. */
class SeesTooMuch {
  private final Hall hall = new Hall();

  Hall hall() {
    return hall;
  }
}
