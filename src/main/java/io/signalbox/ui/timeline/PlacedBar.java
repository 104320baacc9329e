package io.signalbox.ui.timeline;

import io.signalbox.ui.kit.Box;

/** A bar where it was drawn. */
record PlacedBar(Lane lane, Bar bar, Box box) {}
