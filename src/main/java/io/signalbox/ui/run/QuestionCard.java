package io.signalbox.ui.run;

import io.signalbox.action.ActionRun;
import io.signalbox.action.Question;
import io.signalbox.ui.kit.Glyph;
import io.signalbox.ui.kit.Parts;
import io.signalbox.ui.kit.Sign;
import io.signalbox.ui.kit.Tone;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * What a run asks while it stands still. The focus begins on what changes nothing more, and Enter
 * presses nothing.
 */
final class QuestionCard extends VBox {
  private final RunPresses.Answering answering;
  private final Runnable answered;
  private final Label words = Parts.paragraph("", "body-strong");
  private final Label said = Parts.paragraph("", "secondary");
  private final HBox buttons = Parts.row(8);
  private @Nullable Question shown;
  private @Nullable Button safe;

  /**
   * A card.
   *
   * @param answered called once an answer was given, to put the focus elsewhere
   */
  QuestionCard(RunPresses.Answering answering, Runnable answered) {
    super(8);
    this.answering = answering;
    this.answered = answered;
    getStyleClass().add("question-card");
    HBox.setHgrow(words, Priority.ALWAYS);
    HBox line = new HBox(12, new Sign(Glyph.PAUSE, 16, Tone.ATTENTION), words);
    HBox.setHgrow(said, Priority.ALWAYS);
    said.setMaxWidth(Double.MAX_VALUE);
    getChildren().addAll(line, Parts.row(8, said, buttons));
    addEventFilter(KeyEvent.KEY_PRESSED, QuestionCard::swallowEnter);
    Parts.visible(this, false);
  }

  private static void swallowEnter(KeyEvent event) {
    if (event.getCode() == KeyCode.ENTER) {
      event.consume();
    }
  }

  /** Where the focus begins while it asks. */
  Optional<Button> safe() {
    return shown == null ? Optional.empty() : Optional.ofNullable(safe);
  }

  void show(ActionRun run) {
    Question question = run.question();
    Parts.visible(this, question != null);
    if (question == null || question.equals(shown)) {
      shown = question;
      return;
    }
    shown = question;
    words.setText(question.words());
    said.setText("Nothing more is done until you choose.");
    List<Button> choices =
        question.choices().stream().map(choice -> button(run.id(), question, choice)).toList();
    buttons.getChildren().setAll(choices);
    Button first = choices.get(safest(question));
    first.getStyleClass().add("accent-button");
    first.requestFocus();
    safe = first;
  }

  /** What leaves everything as it is; else the last one. */
  static int safest(Question question) {
    for (int i = 0; i < question.choices().size(); i++) {
      if (question.choices().get(i).id().equals(Question.STOP)) {
        return i;
      }
    }
    return question.choices().size() - 1;
  }

  private Button button(String run, Question question, Question.Choice choice) {
    Button button =
        Parts.button(choice.label(), () -> answer(run, question, choice), "answer-" + choice.id());
    button.setMinWidth(USE_PREF_SIZE);
    return button;
  }

  private void answer(String run, Question question, Question.Choice choice) {
    boolean taken = answering.give(run, question.id(), choice.id());
    answered.run();
    buttons.getChildren().forEach(one -> one.setDisable(true));
    said.setText(
        taken
            ? "Answered: " + choice.label() + "."
            : "The run does not ask this any more; look at its steps.");
  }
}
