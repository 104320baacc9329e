package io.signalbox.ui.kit;

import io.signalbox.action.OutputLine;
import java.util.List;
import javafx.scene.layout.Region;

/** Lines of output that can be searched, followed, copied and saved. FX thread only. */
public interface OutputView extends AutoCloseable {
  /** To be put somewhere. */
  Region region();

  /** Shows these lines; a longer list begins with what was shown before. */
  void show(List<OutputLine> lines, boolean ended);

  @Override
  void close();
}
