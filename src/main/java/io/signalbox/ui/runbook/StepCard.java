package io.signalbox.ui.runbook;

import io.signalbox.runbook.Danger;
import io.signalbox.runbook.Step;
import io.signalbox.runbook.StepKind;
import io.signalbox.runbook.StepRecord;
import io.signalbox.runbook.StepState;
import io.signalbox.runbook.Verify;
import io.signalbox.ui.fx.Subscriptions;
import io.signalbox.ui.kit.Glyph;
import io.signalbox.ui.kit.OutputView;
import io.signalbox.ui.kit.Parts;
import io.signalbox.ui.kit.Sign;
import io.signalbox.ui.kit.Tone;
import java.util.List;
import java.util.function.Supplier;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/**
 * A step in its place in the text: what it is, what it needs, what became of it. FX thread only.
 */
final class StepCard extends VBox implements AutoCloseable {
  private static final PseudoClass FOCUSED = PseudoClass.getPseudoClass("current");
  private static final String LARGE = "large-step";

  private final Workbench bench;
  private final OpenBook book;
  private final Step step;
  private final Subscriptions subscriptions = new Subscriptions();
  private final Sign sign = new Sign(Glyph.RING, 16, Tone.QUIET);
  private final Label state = Parts.paragraph("", "step-state");
  private final Label target = Parts.name("", "secondary");
  private final Sign dangerSign = new Sign(Glyph.EYE, 14, Tone.QUIET);
  private final Label danger = Parts.label("", "danger-word");
  private final Label reason = Parts.paragraph("", "secondary");
  private final VBox notices = Parts.column(4);
  private final StepForm form;
  private final CodeBox code;
  private final StepButtons buttons;
  private final StepOutput output;
  private boolean drawn;

  StepCard(Workbench bench, OpenBook book, Step step, Supplier<OutputView> outputs) {
    this.bench = bench;
    this.book = book;
    this.step = step;
    form = new StepForm(book, step);
    code = new CodeBox(CodeText.of(step));
    buttons = new StepButtons(bench, book, step);
    output = new StepOutput(bench, book, step, outputs);
    getStyleClass().add("step-card");
    getChildren().addAll(head(), dangerRow(), notices, form, code, notes(), buttons, output);
    addEventFilter(
        MouseEvent.MOUSE_PRESSED,
        _ -> {
          if (book.focused() != step.number()) {
            book.focus(step.number());
          }
        });
    subscriptions.on(book.version(), _ -> refresh());
    subscriptions.on(bench.feed().runs(), _ -> onNews(this::refresh));
    subscriptions.on(bench.live().clock().nowProperty(), _ -> onNews(this::tick));
    drawn = true;
  }

  /** What is told at once when one begins to listen is drawn already. */
  private void onNews(Runnable draw) {
    if (drawn) {
      draw.run();
    }
  }

  private HBox head() {
    String language = step.language().isEmpty() ? "no language" : step.language();
    Label name = Parts.label("Step " + step.number(), "step-name");
    name.setMinWidth(USE_PREF_SIZE);
    Label word = Parts.label(language, "role-chip");
    word.setMinWidth(USE_PREF_SIZE);
    state.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(state, Priority.ALWAYS);
    HBox head = Parts.row(8, sign, name, word, target, state);
    head.getStyleClass().add("step-head");
    return head;
  }

  private HBox dangerRow() {
    danger.setMinWidth(USE_PREF_SIZE);
    HBox.setHgrow(reason, Priority.ALWAYS);
    HBox row = new HBox(8, dangerSign, danger, reason);
    row.getStyleClass().add("danger-row");
    return row;
  }

  /** What its author says beside it: proof, needs, undo. */
  private VBox notes() {
    VBox notes = Parts.column(4);
    Verify verify = step.declared().verify();
    if (verify != null) {
      note(notes, Glyph.CHECK, "Proved by: " + proof(verify));
    }
    if (!step.declared().needs().isEmpty()) {
      String needs =
          String.join(", ", step.declared().needs().stream().map(need -> "step " + need).toList());
      note(notes, Glyph.ARROW, "Needs " + needs + " first.");
    }
    if (!step.undo().isEmpty()) {
      note(notes, Glyph.INFO, "To undo: " + step.undo().strip());
    }
    Parts.visible(notes, !notes.getChildren().isEmpty());
    return notes;
  }

  private static String proof(Verify verify) {
    return switch (verify) {
      case Verify.ExitCode code -> "its exit code is " + code.code() + ".";
      case Verify.Output output -> "a line of its output matches " + output.pattern() + ".";
      case Verify.PromQl query ->
          "Prometheus gives a value that is not zero for " + query.expression();
      case Verify.Command command -> command.script() + " ends with 0 on the same machine.";
    };
  }

  private static void note(VBox into, Glyph glyph, String words) {
    into.getChildren().add(line(glyph, Tone.QUIET, words, "secondary"));
  }

  static HBox line(Glyph glyph, Tone tone, String words, String style) {
    Label label = Parts.paragraph(words, style);
    HBox.setHgrow(label, Priority.ALWAYS);
    HBox line = new HBox(8, new Sign(glyph, 12, tone), label);
    line.getStyleClass().add("step-line");
    return line;
  }

  /** Large while it is the step in focus and the operator reads from afar. */
  void large(boolean large) {
    if (large && !getStyleClass().contains(LARGE)) {
      getStyleClass().add(LARGE);
    } else if (!large) {
      getStyleClass().remove(LARGE);
    }
  }

  private void refresh() {
    StepFacts facts = bench.facts(book, step);
    pseudoClassStateChanged(FOCUSED, book.focused() == step.number());
    sign.show(StepLook.glyph(facts.state()), StepLook.tone(facts.state()));
    Tone.apply(state, StepLook.tone(facts.state()));
    target.setText(facts.target());
    dangerSign.show(StepLook.glyph(facts.danger()), StepLook.tone(facts.danger()));
    danger.setText(facts.danger().word());
    Tone.apply(danger, StepLook.tone(facts.danger()));
    reason.setText(facts.reason().isBlank() ? "" : facts.reason() + ".");
    form.refresh();
    code.show(book.values(step));
    notices(facts);
    tick(facts);
    buttons.refresh(facts);
    output.refresh();
    setAccessibleText(
        step.name()
            + ", "
            + facts.danger().word()
            + ", "
            + facts.state().word()
            + ". "
            + facts.why());
  }

  private void tick() {
    tick(bench.facts(book, step));
  }

  private void tick(StepFacts facts) {
    state.setText(facts.words().isEmpty() ? facts.state().word() : facts.words());
    output.tick();
  }

  private void notices(StepFacts facts) {
    notices.getChildren().clear();
    if (facts.edited()) {
      boolean ran = book.progress().edited(step);
      notices
          .getChildren()
          .add(
              line(
                  Glyph.TRIANGLE,
                  Tone.ATTENTION,
                  "Changed since "
                      + (ran ? "it was approved and ran" : "you opened it")
                      + " — read it again.",
                  "body-strong"));
    }
    List<StepRecord> all = book.progress().records(step);
    for (StepRecord one : all) {
      StepState state = one.state();
      if (!one.words().isEmpty() && (state == StepState.FAILED || state == StepState.UNKNOWN)) {
        String place = all.size() > 1 && !one.target().isEmpty() ? one.target() + ": " : "";
        notices
            .getChildren()
            .add(
                line(
                    StepLook.glyph(state),
                    StepLook.tone(state),
                    place + sentence(one.words()),
                    "body"));
      }
    }
    Parts.visible(notices, !notices.getChildren().isEmpty());
  }

  static String sentence(String words) {
    if (words.isBlank()) {
      return "";
    }
    String first = words.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + words.substring(1);
    return first.matches("(?s).*[.!?…]$") ? first : first + ".";
  }

  /** True for what is worked through, not only read. */
  static boolean worked(Step step) {
    return step.kind() != StepKind.SHOWN;
  }

  StepButtons buttons() {
    return buttons;
  }

  StepForm form() {
    return form;
  }

  Danger danger() {
    return bench.facts(book, step).danger();
  }

  @Override
  public void close() {
    subscriptions.close();
    output.close();
  }
}
