package io.signalbox.ui.confirm;

import io.signalbox.action.Answer;
import io.signalbox.action.Asked;
import io.signalbox.action.Desk;
import io.signalbox.action.SecondNeed;
import io.signalbox.interlock.Plan;
import io.signalbox.interlock.Second;
import io.signalbox.ui.fx.FxFutures;
import io.signalbox.ui.kit.Ages;
import io.signalbox.ui.kit.Parts;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * The second person of a plan in the highest tier: asked by a press, looked for every few seconds
 * while the card is open, or replaced by breaking the glass. FX thread only.
 */
final class SecondSection extends VBox {
  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(3);

  private final Plan plan;
  private final Desk desk;
  private final SecondNeed need;
  private final Supplier<String> reason;
  private final Runnable onChange;
  private final Label state = Parts.paragraph("", "body-strong", "second-state");
  private final Label trouble = Parts.paragraph("", "secondary");
  private final VBox lines = Parts.column(4);
  private final Button ask;
  private final TextField glass = new TextField();
  private final Label broken = Parts.paragraph("", "break-glass");
  private @Nullable Asked asked;
  private Second answer = Second.NOBODY;
  private @Nullable Instant lookedAt;
  private String invalid = "";
  private boolean looking;
  private boolean expired;
  private boolean closed;

  /**
   * For a plan.
   *
   * @param reason what the operator gave so far; the second person reads it
   * @param onChange called when what it says about the plan may have changed
   */
  SecondSection(Plan plan, Desk desk, Supplier<String> reason, Runnable onChange) {
    super(6);
    this.plan = plan;
    this.desk = desk;
    this.need = desk.secondNeed(plan);
    this.reason = reason;
    this.onChange = onChange;
    getStyleClass().add("second-person");
    ask = Parts.button("Ask for approval", this::onAsk, "ask-button");
    glass.getStyleClass().add("glass-field");
    glass.setPromptText(need.environment());
    glass.setAccessibleText("Break the glass: type " + need.environment());
    glass.setPrefColumnCount(14);
    Parts.visible(broken, false);
    Parts.visible(trouble, false);
    if (need.needed()) {
      build();
    } else {
      state.setText(
          "No approver is listed: this act stays listed as solo until somebody reviews it.");
      getChildren().add(state);
    }
    Parts.visible(this, need.needed() || need.solo());
  }

  private void build() {
    state.setText("A second person has to approve this plan.");
    HBox.setHgrow(state, Priority.ALWAYS);
    state.setMaxWidth(Double.MAX_VALUE);
    ask.setMinWidth(USE_PREF_SIZE);
    Label alone =
        Parts.label("Nobody there? Break the glass: type  " + need.environment(), "field-label");
    getChildren()
        .addAll(Parts.row(8, state, ask), lines, trouble, Parts.row(8, alone, glass), broken);
    glass.textProperty().subscribe(this::onGlass);
  }

  private void onGlass() {
    boolean open = glass.getText().equals(need.environment());
    broken.setText(
        "BREAK-GLASS: nobody else approves this. It is on record as such, and listed until"
            + " somebody reviews it.");
    Parts.visible(broken, open);
    onChange.run();
  }

  private void onAsk() {
    if (asked != null || reason.get().isBlank()) {
      return;
    }
    ask.setDisable(true);
    FxFutures.deliver(
        desk.askSecond(plan, reason.get().trim()),
        this::onAsked,
        failure -> {
          ask.setDisable(false);
          say(FxFutures.message(failure));
        });
  }

  private void onAsked(Asked request) {
    asked = request;
    say("");
    Parts.visible(ask, false);
    lines
        .getChildren()
        .setAll(
            line("request", request.path()),
            line("they run", request.command()),
            line("or", request.byHand()));
    if (!request.onGithub().isEmpty()) {
      lines.getChildren().add(line("GitHub", request.onGithub()));
    }
    onChange.run();
  }

  private static Node line(String what, String text) {
    Label word = Parts.label(what, "secondary");
    word.setMinWidth(56);
    Label value = Parts.name(text, "mono-text");
    HBox.setHgrow(value, Priority.ALWAYS);
    value.setMaxWidth(Double.MAX_VALUE);
    return Parts.row(
        8,
        word,
        value,
        Parts.iconButton("mdi2c-content-copy", "Copy this", () -> PlanSections.copy(text)));
  }

  /** Called with each tick: looks for the answer now and then, until the deadline. */
  void tick(Instant now) {
    if (!need.needed() || closed) {
      return;
    }
    expired = !now.isBefore(plan.expiresAt());
    ask.setDisable(expired || reason.get().isBlank());
    if (expired) {
      Parts.visible(ask, false);
      glass.setDisable(true);
      state.setText("The deadline has passed: an answer changes nothing any more.");
      return;
    }
    if (asked != null && answer == Second.NOBODY) {
      state.setText(
          "Waiting for a second person, "
              + Ages.exact(Duration.between(now, plan.expiresAt()))
              + " left");
      boolean due = lookedAt == null || !now.isBefore(lookedAt.plus(BETWEEN_LOOKS));
      if (due && !looking) {
        look(now);
      }
    }
  }

  private void look(Instant now) {
    looking = true;
    lookedAt = now;
    FxFutures.deliver(
        desk.secondAnswer(plan),
        this::onAnswer,
        failure -> {
          looking = false;
          say("The answer could not be looked for: " + FxFutures.message(failure));
        });
  }

  private void onAnswer(Answer given) {
    looking = false;
    if (closed || expired) {
      return;
    }
    if (given.state() != Answer.State.WAITING) { // between two looks an answer stays what it was
      invalid = given.state() == Answer.State.INVALID ? given.words() : "";
    }
    say(invalid);
    if (given.state() == Answer.State.APPROVED && answer == Second.NOBODY) {
      answer = given.second();
      state.setText(Character.toUpperCase(given.words().charAt(0)) + given.words().substring(1));
      onChange.run();
    }
  }

  private void say(String words) {
    trouble.setText(words);
    Parts.visible(trouble, !words.isEmpty());
  }

  /** What an approval is given with. */
  Second second() {
    if (answer != Second.NOBODY) {
      return answer;
    }
    return need.needed() && glass.getText().equals(need.environment())
        ? new Second.BreakGlass(need.environment())
        : Second.NOBODY;
  }

  /** What is missing of the second person; empty where nothing is. */
  Optional<String> missing() {
    if (!need.needed() || second() != Second.NOBODY) {
      return Optional.empty();
    }
    return Optional.of(
        asked == null ? "Ask a second person to approve" : "A second person has not approved yet");
  }

  /** Later answers reach nobody. */
  void close() {
    closed = true;
  }
}
