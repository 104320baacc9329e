package io.signalbox.ui.shell;

import io.signalbox.snapshot.SourceHealth;
import io.signalbox.ui.fx.Subscriptions;
import io.signalbox.ui.kit.Live;
import io.signalbox.ui.kit.Parts;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** All that is known of one source, and the way to ask again. */
final class SourceSheet {
  private SourceSheet() {}

  static void open(Overlays overlays, Live live, String path, Runnable refresh) {
    Label words = Parts.paragraph("", "mono-text");
    words.setPrefWidth(520);
    VBox sheet = Parts.column(16, Parts.label("Source", "sheet-title"), words);
    sheet.getStyleClass().add("sheet");
    Subscriptions subscriptions = new Subscriptions();
    subscriptions.on(
        live.clock().nowProperty(),
        now ->
            words.setText(
                live.latest().sources().stream()
                    .filter(source -> source.id().path().equals(path))
                    .findFirst()
                    .map((SourceHealth source) -> SourceChip.words(source, now))
                    .orElse(path + " is not there any more")));
    Button close = Parts.button("Close", () -> overlays.close(sheet));
    Button ask = Parts.button("Ask every source now", refresh, "accent-button");
    sheet.getChildren().add(Parts.row(8, Parts.spring(), ask, close));
    overlays.open(sheet, close, subscriptions::close);
  }
}
