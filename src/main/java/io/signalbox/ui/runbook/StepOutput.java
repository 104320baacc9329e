package io.signalbox.ui.runbook;

import io.signalbox.action.ActionRun;
import io.signalbox.action.Evidence;
import io.signalbox.action.OutputLine;
import io.signalbox.runbook.QueryAnswer;
import io.signalbox.runbook.QueryResult;
import io.signalbox.runbook.Step;
import io.signalbox.runbook.StepRecord;
import io.signalbox.runbook.StepState;
import io.signalbox.runbook.StepWords;
import io.signalbox.ui.kit.Ages;
import io.signalbox.ui.kit.Glyph;
import io.signalbox.ui.kit.OutputView;
import io.signalbox.ui.kit.Parts;
import io.signalbox.ui.kit.Sign;
import io.signalbox.ui.kit.Tone;
import io.signalbox.ui.kit.VerdictLook;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** What a step gave, one pane per host, with what its author expects beside it. FX thread only. */
final class StepOutput extends HBox implements AutoCloseable {
  private static final int SHORT = 14;
  private static final double TALL = 300;

  private final Workbench bench;
  private final OpenBook book;
  private final Step step;
  private final Supplier<OutputView> outputs;
  private final VBox expected = Parts.column(4);
  private final VBox given = Parts.column(8);
  private final FlowPane tabs = new FlowPane(6, 6);
  private final HBox verdict = Parts.row(8);
  private final VBox body = Parts.column(8);
  private final VBox evidence = Parts.column(4);
  private final HostPanes panes;
  private @Nullable OutputView scrolled;
  private @Nullable Object shown;
  private String host = "";

  StepOutput(Workbench bench, OpenBook book, Step step, Supplier<OutputView> outputs) {
    this.bench = bench;
    this.book = book;
    this.step = step;
    this.outputs = outputs;
    panes = new HostPanes(bench, book, step);
    setSpacing(16);
    getStyleClass().add("step-output");
    given.getChildren().setAll(tabs, verdict, body, evidence);
    given.setMinWidth(0);
    HBox.setHgrow(given, Priority.ALWAYS);
    if (!step.expected().isBlank()) {
      expected
          .getChildren()
          .setAll(
              Parts.label("Expected", "section-title"),
              Parts.paragraph(step.expected().strip(), "expected-text"));
      HBox.setHgrow(expected, Priority.SOMETIMES);
    }
    getChildren().addAll(given, expected);
  }

  void refresh() {
    StepRuns runs = book.known(step);
    QueryResult answer = runs == null ? null : runs.answer();
    List<String> hosts = panes.hosts(runs);
    if (!hosts.isEmpty()) {
      showHosts(hosts, runs);
    } else if (answer != null) {
      showAnswer(answer);
    } else if (!book.progress().record(step).output().isEmpty()) {
      Parts.visible(tabs, false);
      showKept(book.progress().record(step));
    } else {
      Parts.visible(tabs, false);
      clear();
    }
    boolean any =
        tabs.isVisible() || !body.getChildren().isEmpty() || !verdict.getChildren().isEmpty();
    Parts.visible(given, any);
    Parts.visible(expected, !expected.getChildren().isEmpty());
    expected.setMaxWidth(any ? 220 : Double.MAX_VALUE);
    expected.setPrefWidth(any ? 220 : USE_COMPUTED_SIZE);
    expected.setMinWidth(any ? 160 : 0);
    Parts.visible(this, any || !expected.getChildren().isEmpty());
  }

  private void clear() {
    verdict.getChildren().clear();
    body.getChildren().clear();
    evidence.getChildren().clear();
    shown = null;
  }

  private void showHosts(List<String> hosts, @Nullable StepRuns runs) {
    if (!hosts.contains(host)) {
      host = panes.first(hosts, runs);
      shown = null;
    }
    panes.show(tabs, hosts, runs, host, this::choose);
    Optional<ActionRun> run = panes.run(runs, host);
    StepRecord kept = book.progress().record(step, host);
    if (run.isPresent()) {
      showRun(run.get());
    } else if (kept.state() != StepState.PENDING) {
      showKept(kept);
    } else {
      clear();
      verdict.getChildren().setAll(Parts.label(panes.nothing(runs, host), "secondary"));
    }
  }

  private void choose(String chosen) {
    host = chosen;
    shown = null;
    book.runs(step).choose(chosen);
    book.changedNow();
  }

  private void showRun(ActionRun run) {
    Instant end = run.endedAt() == null ? bench.live().now() : run.endedAt();
    Label words = Parts.label(run.verdict().words(), "body-strong");
    Tone.apply(words, VerdictLook.tone(run.verdict()));
    verdict
        .getChildren()
        .setAll(
            new Sign(VerdictLook.glyph(run.verdict()), 14, VerdictLook.tone(run.verdict())),
            words,
            Parts.label(
                (run.endedAt() == null ? "for " : "after ")
                    + Ages.exact(Duration.between(run.startedAt(), end)),
                "secondary"));
    lines(run.output(), run.verdict().ended());
    evidence.getChildren().clear();
    if (run.error() != null) {
      evidence.getChildren().add(StepCard.line(Glyph.CROSS, Tone.DANGER, run.error(), "body"));
    }
    run.evidence().forEach(one -> evidence.getChildren().add(proof(one)));
  }

  private static Node proof(Evidence one) {
    String words = one.what() + ": " + one.result().word() + ", " + one.observed();
    return switch (one.result()) {
      case PROVED -> StepCard.line(Glyph.CHECK, Tone.OK, words, "secondary");
      case DISPROVED -> StepCard.line(Glyph.CROSS, Tone.DANGER, words, "secondary");
      case NOT_READABLE -> StepCard.line(Glyph.QUESTION, Tone.UNKNOWN, words, "secondary");
    };
  }

  private void lines(List<OutputLine> lines, boolean ended) {
    if (lines.size() <= SHORT) {
      text(
          lines.isEmpty()
              ? ended ? "no output" : "no output yet"
              : lines.stream().map(OutputLine::text).collect(Collectors.joining("\n")));
      return;
    }
    OutputView view = scrolled;
    if (view == null) {
      view = outputs.get();
      view.region().setPrefHeight(TALL);
      view.region().setMinHeight(TALL);
      view.region().getStyleClass().add("step-long-output");
      scrolled = view;
    }
    view.show(lines, ended);
    if (!view.equals(shown)) {
      shown = view;
      body.getChildren().setAll(view.region());
    }
  }

  private void text(String words) {
    if (!words.equals(shown)) {
      shown = words;
      body.getChildren().setAll(Parts.paragraph(words, "short-output"));
    }
  }

  private void showKept(StepRecord kept) {
    evidence.getChildren().clear();
    verdict
        .getChildren()
        .setAll(
            new Sign(StepLook.glyph(kept.state()), 14, StepLook.tone(kept.state())),
            Parts.label("Kept output", "section-title"),
            Parts.label(StepWords.one(kept, bench.live().now()), "secondary"));
    Instant at = kept.at() == null ? Instant.EPOCH : kept.at();
    lines(kept.output().stream().map(line -> new OutputLine(at, false, line)).toList(), true);
  }

  private void showAnswer(QueryResult result) {
    Parts.visible(tabs, false);
    verdict.getChildren().clear();
    evidence.getChildren().clear();
    if (!result.words().isEmpty()) {
      evidence
          .getChildren()
          .add(
              StepCard.line(
                  StepLook.glyph(result.state()),
                  StepLook.tone(result.state()),
                  StepCard.sentence(result.words()),
                  "body"));
    }
    if (!result.note().isEmpty()) {
      evidence
          .getChildren()
          .add(
              StepCard.line(Glyph.INFO, Tone.QUIET, StepCard.sentence(result.note()), "secondary"));
    }
    if (!result.equals(shown)) {
      shown = result;
      body.getChildren().setAll(result.answers().stream().map(this::answer).toList());
    }
  }

  private Region answer(QueryAnswer answer) {
    return new AnswerNode(answer, bench.live().colours());
  }

  void tick() {
    StepRuns runs = book.known(step);
    if (runs != null && bench.running(book, step) && !host.isEmpty()) {
      bench.run(runs.run(host)).ifPresent(this::showRun);
    }
  }

  @Override
  public void close() {
    OutputView view = scrolled;
    if (view != null) {
      view.close();
    }
  }
}
