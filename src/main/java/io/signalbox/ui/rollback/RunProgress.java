package io.signalbox.ui.rollback;

import io.signalbox.ansible.Gap;
import io.signalbox.ansible.PlaybookTree;
import io.signalbox.ansible.TaskNode;
import io.signalbox.ui.kit.Ages;
import io.signalbox.ui.kit.Glyph;
import io.signalbox.ui.kit.Parts;
import io.signalbox.ui.kit.Sign;
import io.signalbox.ui.kit.Tone;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Collectors;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Where a playbook is: the task that runs and for how long, how many are done, what is missing. */
final class RunProgress extends VBox {
  private static final int MOST_GAPS = 4;

  private final Label task = Parts.name("", "body-strong");
  private final Label elapsed = Parts.label("", "secondary");
  private final Label count = Parts.label("", "secondary");
  private final ProgressBar bar = new ProgressBar(0);
  private final Label missing = Parts.paragraph("", "secondary");
  private final HBox gaps = new HBox(8, new Sign(Glyph.QUESTION, 12, Tone.UNKNOWN), missing);

  RunProgress() {
    super(6);
    getStyleClass().add("run-progress");
    HBox.setHgrow(task, Priority.ALWAYS);
    task.setMaxWidth(Double.MAX_VALUE);
    elapsed.setMinWidth(USE_PREF_SIZE);
    count.setMinWidth(USE_PREF_SIZE);
    HBox.setHgrow(bar, Priority.ALWAYS);
    bar.setMaxWidth(Double.MAX_VALUE);
    gaps.getStyleClass().add("gap-mark");
    getChildren().addAll(Parts.row(8, task, elapsed), Parts.row(10, bar, count), gaps);
  }

  /**
   * Shows it as it stands.
   *
   * @param going the run has not ended as far as this console knows
   */
  void show(PlaybookTree tree, boolean going, Instant now) {
    task.setText(taskWords(tree, going));
    elapsed.setText(going ? elapsedWords(tree.current(), now) : "");
    int total = tree.total();
    count.setText(countWords(tree));
    bar.setProgress(total == 0 ? 0 : (double) tree.done() / total);
    Parts.visible(bar, total > 0);
    missing.setText(gapWords(tree));
    Parts.visible(gaps, !tree.gaps().isEmpty());
  }

  static String taskWords(PlaybookTree tree, boolean going) {
    TaskNode current = tree.current();
    if (going && current != null) {
      return current.name().isBlank() ? "(no name) " + current.action() : current.name();
    }
    if (tree.plays().isEmpty()) {
      return going ? "Waiting for the playbook's first word" : "No task was heard of";
    }
    if (tree.ended()) {
      return "The playbook told its end";
    }
    return going
        ? "Between two tasks"
        : "The playbook never told its end; the last task heard of is below";
  }

  private static String elapsedWords(
      @org.jspecify.annotations.Nullable TaskNode task, Instant now) {
    return task == null || task.startedAt() == null
        ? ""
        : "for " + Ages.exact(Duration.between(task.startedAt(), now));
  }

  static String countWords(PlaybookTree tree) {
    if (tree.total() == 0) {
      return "";
    }
    String of = tree.expected() == 0 ? tree.begun() + " begun" : tree.total() + "";
    return tree.expected() == 0
        ? tree.done() + " tasks done, " + of + "; how many there are is not known"
        : tree.done() + " of " + of + " tasks done";
  }

  static String gapWords(PlaybookTree tree) {
    String which =
        tree.gaps().stream()
            .limit(MOST_GAPS)
            .map(RunProgress::one)
            .collect(Collectors.joining(", "));
    String more =
        tree.gaps().size() > MOST_GAPS ? " and " + (tree.gaps().size() - MOST_GAPS) + " more" : "";
    return tree.missing()
        + (tree.missing() == 1 ? " event is missing (" : " events are missing (")
        + which
        + more
        + "): what they told is not in this tree; the log beside it may have it.";
  }

  private static String one(Gap gap) {
    return gap.from() == gap.to() ? "" + gap.from() : gap.from() + "–" + gap.to();
  }
}
