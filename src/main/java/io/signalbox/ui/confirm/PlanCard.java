package io.signalbox.ui.confirm;

import io.signalbox.action.Desk;
import io.signalbox.interlock.Approval;
import io.signalbox.interlock.Plan;
import io.signalbox.interlock.Tier;
import io.signalbox.text.SafeText;
import io.signalbox.ui.fx.FxAssert;
import io.signalbox.ui.fx.Subscriptions;
import io.signalbox.ui.kit.Glyph;
import io.signalbox.ui.kit.Live;
import io.signalbox.ui.kit.Parts;
import io.signalbox.ui.kit.Sign;
import io.signalbox.ui.kit.Tone;
import java.util.List;
import java.util.Optional;
import javafx.animation.PauseTransition;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

/**
 * A plan before it is carried out: the consequence first, then where, what exactly, what speaks for
 * and against it. Enter never presses its button; the button arms a moment after the last thing
 * asked was given, and can be pressed once. FX thread only.
 */
public final class PlanCard extends VBox implements AutoCloseable {
  /** The button stays shut this long after all that is asked was given. */
  static final Duration ARMING = Duration.millis(300);

  private final Plan plan;
  private final Live live;
  private final Desk desk;
  private final CardPresses presses;
  private final Subscriptions subscriptions = new Subscriptions();
  private final TextField typed = new TextField();
  private final TextField reason = new TextField();
  private final Label invalid = Parts.paragraph("", "body");
  private final HBox invalidRow;
  private final Label whyNot = Parts.paragraph("", "why-not");
  private final Label expiry = Parts.label("", "caption");
  private final SecondSection second;
  private final Button confirm;
  private final Button cancel;
  private final Button again;
  private final Button unlock;
  private final Button hostKey;
  private final PauseTransition arming = new PauseTransition(ARMING);
  private List<String> objections = List.of();
  private boolean armed;
  private boolean submitted;

  /**
   * Shows a plan that is not approved yet.
   *
   * @param more sections of the plan's own kind, shown after what was checked
   */
  public PlanCard(Plan plan, Live live, Desk desk, CardPresses presses, List<Node> more) {
    FxAssert.onFxThread();
    this.plan = plan;
    this.live = live;
    this.desk = desk;
    this.presses = presses;
    getStyleClass().add("plan-card");
    second = new SecondSection(plan, desk, reason::getText, this::judge);
    confirm = Parts.button(plan.draft().button(), this::onConfirm, "confirm-button");
    cancel = Parts.button("Cancel", presses.cancel());
    again = Parts.button("Plan again", presses.planAgain(), "accent-button");
    unlock = Parts.button("Unlock…", presses.unlock(), "accent-button");
    hostKey = Parts.button("Host key…", this::onHostKey);
    invalidRow = new HBox(10, new Sign(Glyph.CANCELLED, 15, Tone.DANGER), invalid);
    invalidRow.getStyleClass().add("invalid-plan");
    confirm.setDisable(true);
    getChildren().addAll(consequence(), invalidRow, body(more), footer());
    arming.setOnFinished(_ -> arm());
    addEventFilter(KeyEvent.ANY, this::swallowEnter);
    subscriptions.onAny(this::judge, typed.textProperty(), reason.textProperty());
    subscriptions.on(live.snapshot(), _ -> onSnapshot());
    subscriptions.on(live.clock().nowProperty(), _ -> judge());
    subscriptions.add(arming::stop);
  }

  /** Where the focus starts: never on what acts. */
  public Button cancelButton() {
    return cancel;
  }

  private HBox consequence() {
    Label sentence = Parts.paragraph(SafeText.exact(plan.draft().consequence()), "consequence");
    HBox.setHgrow(sentence, Priority.ALWAYS);
    HBox row = new HBox(12, sentence);
    if (plan.tier() == Tier.TWO_PERSON) {
      Label tier = Parts.label("TIER 4", "tier-badge");
      tier.setMinWidth(USE_PREF_SIZE);
      row.getChildren().add(tier);
    }
    row.getStyleClass().add("consequence-row");
    return row;
  }

  private ScrollPane body(List<Node> more) {
    PlanSections sections = new PlanSections(plan, presses.override());
    VBox content =
        Parts.column(0, sections.targets(), sections.commands(), sections.preconditions());
    content.getChildren().addAll(more);
    content.getChildren().add(sections.outlook());
    content.getStyleClass().add("card-body");
    ScrollPane scroll = new ScrollPane(content);
    scroll.setFitToWidth(true);
    scroll.getStyleClass().add("card-scroll");
    VBox.setVgrow(scroll, Priority.ALWAYS);
    return scroll;
  }

  private VBox footer() {
    VBox footer = Parts.column(8);
    footer.getStyleClass().add("card-footer");
    boolean readOnly = plan.refusals().stream().anyMatch(each -> each.rule().equals("read-only"));
    if (plan.tier().typed() && !plan.refused()) {
      typed.setAccessibleText("Type " + plan.confirmText() + " to confirm");
      reason.setPromptText("Why, e.g. the incident or ticket");
      reason.setAccessibleText("Reason");
      reason.getStyleClass().add("reason-field");
      typed.getStyleClass().add("typed-field");
      VBox left = Parts.column(3, Parts.label("Type  " + plan.confirmText(), "field-label"), typed);
      VBox right = Parts.column(3, Parts.label("Reason, for the record", "field-label"), reason);
      HBox.setHgrow(left, Priority.ALWAYS);
      HBox.setHgrow(right, Priority.ALWAYS);
      footer.getChildren().addAll(second, new HBox(12, left, right));
    }
    Parts.visible(again, false);
    if (readOnly) {
      again.getStyleClass().remove("accent-button");
    }
    Parts.visible(unlock, readOnly);
    Parts.visible(
        hostKey, plan.refusals().stream().anyMatch(each -> each.rule().equals("identity")));
    hostKey.setMinWidth(USE_PREF_SIZE);
    Parts.visible(confirm, !readOnly);
    whyNot.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(whyNot, Priority.ALWAYS);
    confirm.setMinWidth(USE_PREF_SIZE);
    cancel.setMinWidth(USE_PREF_SIZE);
    footer
        .getChildren()
        .addAll(
            Parts.row(8, whyNot, hostKey, again, unlock, cancel, confirm),
            Parts.row(
                8,
                Parts.label("acting as " + desk.actor(), "caption"),
                Parts.spring(),
                Parts.label("tier " + plan.tier().level(), "caption"),
                expiry));
    return footer;
  }

  private void onSnapshot() {
    objections = plan.refused() ? List.of() : List.copyOf(desk.objections(plan));
    judge();
  }

  private CardGate gate() {
    return new CardGate(
        plan, typed.getText(), reason.getText(), second.missing(), objections, live.now());
  }

  private void judge() {
    second.tick(live.now());
    CardGate gate = gate();
    expiry.setText(plan.refused() ? "" : gate.expiry());
    boolean broken = gate.invalid() && !plan.refused() && !submitted;
    Parts.visible(invalidRow, broken);
    Parts.visible(again, broken || plan.refused());
    invalid.setText(
        gate.objections().isEmpty()
            ? "This plan has expired: what it rests on may have changed."
            : "Reality has moved: " + String.join("; ", gate.objections()));
    Optional<String> why = gate.whyNot();
    if (why.isPresent() || submitted) {
      disarm(submitted ? "Sent" : why.orElse(""));
    } else if (!armed && arming.getStatus() != javafx.animation.Animation.Status.RUNNING) {
      arming.playFromStart();
    }
  }

  private void disarm(String why) {
    arming.stop();
    armed = false;
    confirm.setDisable(true);
    whyNot.setText(why);
  }

  private void arm() {
    if (gate().whyNot().isEmpty() && !submitted) {
      armed = true;
      confirm.setDisable(false);
      whyNot.setText("");
    }
  }

  private void onHostKey() {
    plan.draft().targets().stream().findFirst().ifPresent(t -> presses.hostKey().accept(t.host()));
  }

  private void onConfirm() {
    objections = List.copyOf(desk.objections(plan));
    if (submitted || !armed || gate().whyNot().isPresent()) {
      judge();
      return;
    }
    submitted = true;
    disarm("Sent");
    presses
        .approve()
        .accept(
            new Approval(
                plan.hash(),
                typed.getText(),
                reason.getText().trim(),
                desk.actor(),
                live.now(),
                second.second()));
  }

  /** Enter fires nothing that acts, wherever the focus is. */
  private void swallowEnter(KeyEvent event) {
    boolean enter =
        event.getCode() == KeyCode.ENTER
            || (event.getEventType() == KeyEvent.KEY_TYPED
                && "\r\n".contains(event.getCharacter())
                && !event.getCharacter().isEmpty());
    if (enter && event.getTarget() != cancel) {
      event.consume();
    }
  }

  Button confirmButton() {
    return confirm;
  }

  Button planAgainButton() {
    return again;
  }

  Button unlockButton() {
    return unlock;
  }

  TextField typedField() {
    return typed;
  }

  TextField reasonField() {
    return reason;
  }

  String whyNotText() {
    return whyNot.getText();
  }

  String invalidText() {
    return invalidRow.isVisible() ? invalid.getText() : "";
  }

  @Override
  public void close() {
    subscriptions.close();
    second.close();
  }
}
