package io.signalbox.ui.kit;

import javafx.scene.layout.Region;

/** What a run of its kind shows beside its output; ended together with it. FX thread only. */
public interface Beside extends AutoCloseable {
  /** What is shown. */
  Region region();

  @Override
  void close();
}
