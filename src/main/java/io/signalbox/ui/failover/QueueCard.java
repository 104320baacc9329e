package io.signalbox.ui.failover;

import io.signalbox.failover.QueuedJob;
import io.signalbox.failover.RunnerVerdict;
import io.signalbox.model.SourceKind;
import io.signalbox.snapshot.Snapshot;
import io.signalbox.ui.kit.Ages;
import io.signalbox.ui.kit.Glyph;
import io.signalbox.ui.kit.Parts;
import io.signalbox.ui.kit.Tone;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Why jobs wait: what each asks for, what each runner says to it, and when GitHub gives up. */
final class QueueCard extends VBox {
  private static final int SHOWN = 12;
  private static final int NAMED = 8;

  private final Ticks ticks;

  QueueCard(Ticks ticks) {
    super(16);
    this.ticks = ticks;
    getStyleClass().add("failover-card");
  }

  void show(FailoverPicture picture, Snapshot snapshot, long focus) {
    List<Waiting> queue = picture.queue();
    getChildren().setAll(Parts.label(title(queue.size(), known(snapshot)), "section"));
    if (queue.isEmpty()) {
      getChildren()
          .add(
              Parts.paragraph(
                  known(snapshot)
                      ? "GitHub lists no job that waits."
                      : "GitHub has no fresh, whole answer; a job that waits would stand here.",
                  "body"));
    }
    for (Waiting one : queue.subList(0, Math.min(SHOWN, queue.size()))) {
      VBox job = job(one, one.run() == focus);
      if (getChildren().size() > 1) {
        job.getStyleClass().add("next-job");
      }
      getChildren().add(job);
    }
    if (queue.size() > SHOWN) {
      getChildren()
          .add(
              Parts.paragraph(
                  (queue.size() - SHOWN) + " more wait; those above wait longest.", "secondary"));
    }
  }

  private static boolean known(Snapshot snapshot) {
    return snapshot.sources().stream()
        .filter(one -> one.id().kind() == SourceKind.GITHUB)
        .anyMatch(one -> one.state().fresh() && !one.partial());
  }

  private static String title(int count, boolean known) {
    if (count == 0) {
      return known ? "Nothing waits" : "Whether jobs wait is not known";
    }
    return (count == 1 ? "1 job waits" : count + " jobs wait") + (known ? "" : ", as far as known");
  }

  private VBox job(Waiting one, boolean focus) {
    QueuedJob job = one.job();
    Label name = Parts.name(one.title() + " · " + job.name(), "body-strong");
    name.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(name, Priority.ALWAYS);
    VBox box =
        Parts.column(
            6,
            Cards.line(
                one.stuck() ? Glyph.SQUARE : Glyph.CLOCK,
                one.stuck() ? Tone.DANGER : Tone.QUIET,
                name),
            waits(job),
            clock(one));
    if (!job.labels().isEmpty()) {
      FlowPane labels = Cards.labels(job.labels());
      labels.getChildren().addFirst(Parts.label("needs", "secondary"));
      box.getChildren().add(labels);
    }
    if (!job.why().isEmpty() && !job.hosted()) {
      box.getChildren().add(Parts.paragraph("Because " + job.why() + ".", "secondary"));
    }
    if (!one.jobsRead()) {
      box.getChildren()
          .add(
              Parts.paragraph(
                  "Its jobs were not read, so what it asks for is not known.", "secondary"));
    }
    one.says().forEach(group -> box.getChildren().add(group(group)));
    box.getStyleClass().add("waiting-job");
    if (focus) {
      box.getStyleClass().add("focused-job");
    }
    return box;
  }

  private Label waits(QueuedJob job) {
    Label label = Parts.paragraph("", "body");
    Instant since = job.since();
    String what =
        switch (job.waitsFor()) {
          case RUNNER ->
              job.hosted()
                  ? "waits for a runner of GitHub's own"
                  : job.aboutToStart()
                      ? "waits for a runner, which takes it next"
                      : job.anyTakesIt()
                          ? "waits for a runner to become free"
                          : "waits for a runner, and none takes it";
          case CONCURRENCY -> "waits for another run of its concurrency group";
          case APPROVAL -> "waits for somebody to approve the deployment";
        };
    ticks.add(
        now ->
            label.setText(
                what
                    + (since == null
                        ? ", since when is not known"
                        : ", for " + Ages.exact(Duration.between(since, now)))));
    return label;
  }

  private Label clock(Waiting one) {
    Instant end = one.job().givesUpAt();
    Label label = Parts.paragraph("", "secondary");
    Parts.visible(label, end != null);
    if (end != null) {
      ticks.add(
          now ->
              label.setText(
                  end.isAfter(now)
                      ? "GitHub ends it in "
                          + Ages.of(Duration.between(now, end))
                          + " (24 hours, at "
                          + Ages.minute(end)
                          + " UTC) if no runner takes it"
                      : "its 24 hours are over: GitHub ends it as failed"));
    }
    return label;
  }

  private static Node group(Waiting.Group group) {
    Label words = Parts.paragraph(words(group, NAMED), "secondary");
    HBox line = Cards.line(glyph(group.kind()), tone(group), words);
    if (group.names().size() > NAMED) {
      Button all = Parts.button("all", () -> {}, "link-button");
      all.setMinWidth(USE_PREF_SIZE);
      all.setAccessibleText("Show all " + group.names().size() + " names");
      all.setOnAction(
          _ -> {
            words.setText(words(group, group.names().size()));
            Parts.visible(all, false);
          });
      line.getChildren().add(all);
    }
    return line;
  }

  private static String words(Waiting.Group group, int shown) {
    List<String> names = group.names();
    if (names.size() == 1) {
      return names.getFirst() + ": " + group.reason();
    }
    String first = String.join(", ", names.subList(0, Math.min(shown, names.size())));
    return names.size()
        + " runners: "
        + group.reason()
        + " ("
        + first
        + (names.size() > shown ? " and " + (names.size() - shown) + " more" : "")
        + ")";
  }

  private static Glyph glyph(RunnerVerdict.Kind kind) {
    return switch (kind) {
      case READY -> Glyph.CHECK;
      case BUSY -> Glyph.PLAY;
      case OFFLINE -> Glyph.SQUARE;
      case LACKS_LABELS -> Glyph.TAG;
      case UNKNOWN -> Glyph.QUESTION;
    };
  }

  private static Tone tone(Waiting.Group group) {
    return switch (group.kind()) {
      case READY -> Tone.OK;
      case BUSY -> Tone.ACCENT;
      case OFFLINE -> Tone.DANGER;
      case LACKS_LABELS -> Tone.QUIET;
      case UNKNOWN -> Tone.UNKNOWN;
    };
  }
}
