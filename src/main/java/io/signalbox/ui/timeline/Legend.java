package io.signalbox.ui.timeline;

import io.signalbox.ui.kit.Parts;
import io.signalbox.ui.kit.Sign;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.Node;

/** The signs of the bars with their words. */
final class Legend {
  private Legend() {}

  static List<Node> items() {
    return Stream.of(
            BarState.QUEUED,
            BarState.RUNNING,
            BarState.SUCCESS,
            BarState.FAILED,
            BarState.CANCELLED,
            BarState.SUPERSEDED,
            BarState.SKIPPED)
        .<Node>map(
            state ->
                Parts.row(
                    4,
                    new Sign(state.glyph(), 10, RunSections.tone(state)),
                    Parts.label(state.word() + "  ", "caption")))
        .toList();
  }
}
