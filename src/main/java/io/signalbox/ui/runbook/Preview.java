package io.signalbox.ui.runbook;

import io.signalbox.runbook.Heading;
import io.signalbox.runbook.Runbook;
import io.signalbox.runbook.RunbookLibrary;
import io.signalbox.ui.kit.Live;
import io.signalbox.ui.kit.Parts;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Insets;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The selected runbook before it is opened: what it is for, what is in it. FX thread only. */
final class Preview extends StackPane {
  private static final int HEADINGS = 24;
  private static final double COLUMN = 680;

  private final Live live;
  private final Consumer<Opening> open;
  private RunbookLibrary.@Nullable Entry shown;

  Preview(Live live, Consumer<Opening> open) {
    this.live = live;
    this.open = open;
    getStyleClass().add("preview");
  }

  void show(RunbookLibrary.Entry entry) {
    if (entry.equals(shown)) {
      return;
    }
    shown = entry;
    Runbook runbook = entry.runbook();
    Button button =
        Parts.button("Open   Enter", () -> open.accept(Opening.of(entry.key())), "accent-button");
    VBox column =
        Parts.column(16, new BookIntro(runbook, entry.folder(), live.now()), Parts.row(8, button));
    column.setMaxWidth(COLUMN);
    if (!OutlineList.headings(runbook).isEmpty()) {
      column.getChildren().add(outline(entry));
    }
    column.getStyleClass().add("preview-column");
    ScrollPane scroll = new ScrollPane(column);
    scroll.setFitToWidth(true);
    getChildren().setAll(scroll);
  }

  /** Nothing can be shown, and what would change that. */
  void empty(String words) {
    shown = null;
    Label label = Parts.paragraph(words, "empty-text");
    label.setMaxWidth(480);
    getChildren().setAll(label);
  }

  private VBox outline(RunbookLibrary.Entry entry) {
    VBox lines = Parts.column(2, Parts.label("Outline", "section-title"));
    Runbook runbook = entry.runbook();
    List<Heading> headings = OutlineList.headings(runbook);
    for (Heading heading : headings.subList(0, Math.min(HEADINGS, headings.size()))) {
      Button line =
          Parts.button(
              heading.text().isBlank() ? "(no words)" : heading.text(),
              () -> open.accept(Opening.at(entry.key(), heading.anchor())),
              "link-button",
              "preview-heading");
      line.setPadding(new Insets(2, 0, 2, 16 * Math.clamp(heading.level() - 1L, 0, 3)));
      lines.getChildren().add(line);
    }
    int more = headings.size() - HEADINGS;
    if (more > 0) {
      Label rest = Parts.label(more + " more", "caption");
      lines.getChildren().add(rest);
    }
    return lines;
  }
}
