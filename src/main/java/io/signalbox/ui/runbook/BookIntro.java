package io.signalbox.ui.runbook;

import io.signalbox.runbook.Problem;
import io.signalbox.runbook.Runbook;
import io.signalbox.ui.kit.Glyph;
import io.signalbox.ui.kit.Parts;
import io.signalbox.ui.kit.Sign;
import io.signalbox.ui.kit.Tone;
import java.time.Instant;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** What stands above a runbook's text: its title, what it says of itself, its problems. */
final class BookIntro extends VBox {
  private static final int SHOWN = 6;

  BookIntro(Runbook runbook, String folder, Instant now) {
    super(8);
    getStyleClass().add("book-intro");
    Label title = Parts.paragraph(runbook.title(), "book-title");
    Label about = Parts.paragraph(BookWords.about(runbook, now), "secondary");
    Label steps = Parts.paragraph(BookWords.steps(runbook), "secondary");
    Label file = Parts.paragraph(runbook.path() + "  ·  " + folder, "book-file");
    getChildren().addAll(title, about, steps, file);
    List<Problem> problems = runbook.problems();
    if (!problems.isEmpty()) {
      getChildren().add(problems(problems));
    }
  }

  private static VBox problems(List<Problem> problems) {
    VBox box = Parts.column(4);
    box.getStyleClass().add("book-problems");
    box.getChildren()
        .add(
            Parts.row(
                8,
                new Sign(Glyph.TRIANGLE, 13, Tone.ATTENTION),
                Parts.label(
                    BookWords.count(problems.size(), "problem") + " for its author",
                    "body-strong")));
    for (Problem problem : problems.subList(0, Math.min(SHOWN, problems.size()))) {
      Label line = Parts.label("line " + problem.line(), "problem-line");
      line.setMinWidth(64);
      Label words = Parts.paragraph(problem.message(), "secondary");
      HBox row = new HBox(8, line, words);
      box.getChildren().add(row);
    }
    if (problems.size() > SHOWN) {
      box.getChildren()
          .add(
              Parts.label(
                  problems.size() - SHOWN + " more; `signalbox runbook lint` lists all",
                  "caption"));
    }
    return box;
  }
}
