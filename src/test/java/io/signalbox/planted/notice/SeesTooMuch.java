package io.signalbox.planted.notice;

import io.signalbox.planted.app.Hall;

/** Planted: this room may not see {@code app}. */
class SeesTooMuch {
  private final Hall hall = new Hall();

  Hall hall() {
    return hall;
  }
}
