package io.signalbox.ui.run;

import io.signalbox.action.ActionRun;
import io.signalbox.action.Evidence;
import io.signalbox.action.HostRun;
import io.signalbox.action.RunStep;
import io.signalbox.action.Verdict;
import io.signalbox.ui.fx.RunFeed;
import io.signalbox.ui.fx.Subscriptions;
import io.signalbox.ui.kit.Ages;
import io.signalbox.ui.kit.Beside;
import io.signalbox.ui.kit.Glyph;
import io.signalbox.ui.kit.Live;
import io.signalbox.ui.kit.Parts;
import io.signalbox.ui.kit.Sign;
import io.signalbox.ui.kit.Tone;
import io.signalbox.ui.kit.VerdictLook;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * A run while it goes on and as a record afterwards: steps on the left, output on the right, the
 * verdict with its evidence. It learns everything from the desk's runs. FX thread only.
 */
public final class RunView extends VBox implements AutoCloseable {
  private static final double NARROW = 236;

  private final String runId;
  private final Live live;
  private final RunFeed feed;
  private final Subscriptions subscriptions = new Subscriptions();
  private final Sign sign = new Sign(Glyph.CLOCK, 18, Tone.ACCENT);
  private final Label verdict = Parts.label("", "verdict");
  private final Label meaning = Parts.paragraph("", "secondary");
  private final Label elapsed = Parts.label("", "secondary");
  private final VBox steps = Parts.column(8);
  private final VBox evidence = Parts.column(6);
  private final Label error = Parts.paragraph("", "body");
  private final OutputPane output = new OutputPane();
  private final Label record = Parts.paragraph("", "caption");
  private final Button close;
  private final HBox middle = new HBox();
  private @Nullable Beside beside;
  private final RunPresses presses;
  private final GuardrailPane guardrails = new GuardrailPane();
  private final QuestionCard question;
  private final HBox nexts = Parts.row(8);
  private final Button abort;
  private List<RunStep> stepsShown = List.of();
  private List<Evidence> evidenceShown = List.of();
  private List<NextMove> nextsShown = List.of();

  /**
   * Shows the run with this id as soon as the desk names it.
   *
   * @param onAbort asks for the end of what it does on its machine; the card decides
   * @param presses what it asks, and what follows from it
   */
  public RunView(
      String runId,
      Live live,
      RunFeed feed,
      Consumer<HostRun> onAbort,
      Runnable onClose,
      RunPresses presses) {
    this.runId = runId;
    this.live = live;
    this.feed = feed;
    this.presses = presses;
    close = Parts.button("Close", onClose);
    question = new QuestionCard(presses.answer(), close::requestFocus);
    abort = Parts.button("Abort…", () -> place().ifPresent(onAbort), "abort-button");
    Parts.visible(abort, false);
    getStyleClass().add("run-view");
    getChildren().addAll(top(), question, guardrails, middle(), footer());
    subscriptions.on(feed.runs(), _ -> refresh());
    subscriptions.on(live.clock().nowProperty(), _ -> refresh());
    subscriptions.on(live.palette(), _ -> refresh());
  }

  /** Shows this between the steps and the output, and closes it together with this view. */
  public void beside(Beside more) {
    beside = more;
    ((Region) middle.getChildren().getFirst()).setMinWidth(NARROW);
    ((Region) middle.getChildren().getFirst()).setPrefWidth(NARROW);
    middle.getChildren().add(1, more.region());
  }

  /** Where the focus starts: on the safe answer where it asks, else on what closes it. */
  public Button firstFocus() {
    return question.safe().orElse(close);
  }

  private VBox top() {
    HBox line = Parts.row(10, sign, verdict, Parts.spring(), elapsed);
    VBox top = Parts.column(4, line, meaning, error);
    error.getStyleClass().add("run-error");
    top.getStyleClass().add("run-top");
    return top;
  }

  private HBox middle() {
    VBox left = Parts.column(12, steps, evidence);
    left.getStyleClass().add("run-steps");
    ScrollPane scroll = new ScrollPane(left);
    scroll.setFitToWidth(true);
    scroll.getStyleClass().add("card-scroll");
    scroll.setMinWidth(288);
    scroll.setPrefWidth(288);
    HBox.setHgrow(output, Priority.ALWAYS);
    middle.getChildren().setAll(scroll, output);
    VBox.setVgrow(middle, Priority.ALWAYS);
    return middle;
  }

  private HBox footer() {
    HBox.setHgrow(record, Priority.ALWAYS);
    record.setMaxWidth(Double.MAX_VALUE);
    close.setMinWidth(USE_PREF_SIZE);
    abort.setMinWidth(USE_PREF_SIZE);
    HBox footer = Parts.row(12, record, nexts, abort, close);
    footer.getStyleClass().add("card-footer");
    return footer;
  }

  private Optional<HostRun> place() {
    return feed.run(runId).flatMap(HostRun::of);
  }

  private void refresh() {
    ActionRun run = feed.run(runId).orElse(null);
    if (run == null) {
      verdict.setText("handing over to the desk");
      Tone.apply(verdict, Tone.ACCENT);
      Parts.visible(error, false);
      return;
    }
    boolean asks = run.question() != null;
    Tone tone = asks ? Tone.ATTENTION : VerdictLook.tone(run.verdict());
    sign.show(asks ? Glyph.PAUSE : VerdictLook.glyph(run.verdict()), tone);
    verdict.setText(asks ? "stands still and asks" : run.verdict().words());
    Tone.apply(verdict, tone);
    meaning.setText(
        asks
            ? "It waits for an answer, also when this card is closed."
            : VerdictLook.meaning(run.verdict()));
    error.setText(run.error() == null ? "" : run.error());
    Parts.visible(error, run.error() != null);
    Instant end = run.endedAt() == null ? live.now() : run.endedAt();
    elapsed.setText(
        (run.endedAt() == null ? "running for " : "took ")
            + Ages.exact(Duration.between(run.startedAt(), end)));
    question.show(run);
    guardrails.show(run.watched(), live.colours());
    showNexts(run);
    showSteps(run);
    showEvidence(run);
    output.show(run.output(), run.verdict().ended());
    record.setText(recordText(run));
    boolean going = run.verdict() == Verdict.RUNNING;
    Parts.visible(abort, going && place().isPresent());
    close.setText(going ? "Close, it goes on" : "Close");
  }

  private static String recordText(ActionRun run) {
    String reason = run.reason().isEmpty() ? "" : ", because: " + run.reason();
    String abort =
        run.verdict() == Verdict.RUNNING ? "Abort: " + run.plan().draft().abort() + "  ·  " : "";
    return abort + "by " + run.actor() + ", started " + Ages.full(run.startedAt()) + reason;
  }

  private void showNexts(ActionRun run) {
    List<NextMove> moves = NextMove.of(run);
    if (!moves.equals(nextsShown)) {
      nextsShown = moves;
      nexts
          .getChildren()
          .setAll(
              moves.stream()
                  .map(one -> Parts.button(one.words(), () -> presses.next().accept(one.intent())))
                  .toList());
      nexts.setMinWidth(USE_PREF_SIZE);
    }
  }

  private void showSteps(ActionRun run) {
    boolean ticking = run.steps().stream().anyMatch(step -> step.endedAt() == null);
    if (!ticking && run.steps().equals(stepsShown)) {
      return;
    }
    stepsShown = run.steps();
    steps.getChildren().setAll(Parts.label("Steps", "section-title"));
    boolean over = run.verdict().ended();
    run.steps().forEach(step -> steps.getChildren().add(StepRow.of(step, live.now(), over)));
  }

  private void showEvidence(ActionRun run) {
    if (run.evidence().equals(evidenceShown) && !evidence.getChildren().isEmpty()) {
      return;
    }
    evidenceShown = run.evidence();
    evidence.getChildren().clear();
    if (!run.evidence().isEmpty()) {
      evidence.getChildren().add(Parts.label("Evidence", "section-title"));
      run.evidence().forEach(each -> evidence.getChildren().add(StepRow.of(each)));
    }
  }

  String verdictText() {
    return verdict.getText();
  }

  @Override
  public void close() {
    subscriptions.close();
    output.close();
    if (beside != null) {
      beside.close();
    }
  }
}
