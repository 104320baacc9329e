package io.signalbox.ui.shell;

import io.signalbox.model.Finding;
import io.signalbox.model.NextStep;
import io.signalbox.ui.fx.Subscriptions;
import io.signalbox.ui.kit.Glyph;
import io.signalbox.ui.kit.Live;
import io.signalbox.ui.kit.Parts;
import io.signalbox.ui.kit.Sign;
import io.signalbox.ui.kit.StateLook;
import io.signalbox.ui.kit.Tone;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The sentence that never leaves: the worst finding, how it is known, and the next step. */
final class HeadlineBar extends VBox {
  private final Live live;
  private final Consumer<String> select;
  private final Consumer<Pressed> steps;
  private final HBox stepButtons = Parts.row(8);
  private final Sign sign = new Sign(Glyph.QUESTION, 22, Tone.UNKNOWN);
  private final Label title = Parts.paragraph("", "headline");
  private final Label evidence = Parts.paragraph("", "secondary");
  private final Label next = Parts.paragraph("", "next-step");
  private final Button show;
  private final Button more;
  private final VBox others = Parts.column(0);
  private boolean expanded;
  private @Nullable Headline shown;

  /**
   * As part of the window.
   *
   * @param select shows a runner's details
   * @param steps carries a pressed next step to where it is prepared
   */
  HeadlineBar(
      Live live, Consumer<String> select, Consumer<Pressed> steps, Subscriptions subscriptions) {
    this.live = live;
    this.select = select;
    this.steps = steps;
    getStyleClass().add("headline-bar");
    setAccessibleRole(AccessibleRole.TEXT);
    show = Parts.button("", this::onShow, "small", "accent-button");
    more = Parts.button("", this::onMore, "small", "flat-button");
    HBox words = new HBox(14, sign, texts(), buttons());
    HBox.setHgrow(words.getChildren().get(1), Priority.ALWAYS);
    others.getStyleClass().add("other-findings");
    getChildren().addAll(words, others);
    subscriptions.on(live.snapshot(), _ -> refresh());
    subscriptions.on(live.clock().nowProperty(), _ -> refresh());
  }

  private VBox texts() {
    return Parts.column(2, title, evidence, next, stepButtons);
  }

  private HBox buttons() {
    HBox buttons = Parts.row(8, more, show);
    buttons.setMinWidth(USE_PREF_SIZE);
    return buttons;
  }

  private void refresh() {
    Headline headline = Headline.of(live.latest(), live.now());
    if (headline.equals(shown)) {
      return;
    }
    shown = headline;
    sign.show(glyph(headline.kind()), tone(headline.kind()));
    Tone.apply(this, tone(headline.kind()));
    title.setText(headline.title());
    show(evidence, headline.evidence());
    show(next, headline.nextStep().isEmpty() ? "" : "→ " + headline.nextStep());
    stepButtons
        .getChildren()
        .setAll(pressable(headline.steps(), headline.title(), headline.runner()));
    Parts.visible(stepButtons, !headline.steps().isEmpty());
    String runner = headline.runner();
    Parts.visible(show, runner != null);
    show.setText("Show details");
    int count = headline.more().size();
    Parts.visible(more, count > 0);
    showOthers(headline);
    setAccessibleText(headline.title() + ". " + headline.evidence());
  }

  private void showOthers(Headline headline) {
    int count = headline.more().size();
    boolean open = expanded && count > 0;
    more.setText(open ? "Fewer" : count + (count == 1 ? " more finding" : " more findings"));
    Parts.visible(others, open);
    others
        .getChildren()
        .setAll(open ? headline.more().stream().map(this::line).toList() : List.<HBox>of());
  }

  private HBox line(Finding finding) {
    Label text = Parts.paragraph(finding.title(), "body");
    Label how = Parts.paragraph(finding.evidence() + "  → " + finding.nextStep(), "secondary");
    VBox words = Parts.column(0, text, how);
    HBox.setHgrow(words, Priority.ALWAYS);
    HBox line =
        new HBox(
            10,
            new Sign(StateLook.glyph(finding.severity()), 12, StateLook.tone(finding.severity())),
            words);
    line.getStyleClass().add("other-finding");
    line.getChildren().addAll(pressable(finding.steps(), finding.title(), finding.runner()));
    String runner = finding.runner();
    if (runner != null) {
      Button open =
          Parts.button("Show details", () -> select.accept(runner), "small", "flat-button");
      open.setMinWidth(USE_PREF_SIZE);
      line.getChildren().add(open);
    }
    return line;
  }

  private List<Button> pressable(List<NextStep> given, String title, @Nullable String runner) {
    return given.stream()
        .map(
            step -> {
              Button button =
                  Parts.button(
                      step.words(),
                      () -> steps.accept(new Pressed(step, title, runner)),
                      "small",
                      "step-button");
              button.setMinWidth(USE_PREF_SIZE);
              return button;
            })
        .toList();
  }

  private void onShow() {
    Headline headline = shown;
    if (headline != null && headline.runner() != null) {
      select.accept(headline.runner());
    }
  }

  private void onMore() {
    expanded = !expanded;
    if (shown != null) {
      showOthers(shown);
    }
  }

  private static void show(Label label, String text) {
    label.setText(text);
    Parts.visible(label, !text.isEmpty());
  }

  private static Glyph glyph(Headline.Kind kind) {
    return switch (kind) {
      case CRITICAL -> Glyph.SQUARE;
      case WARNING -> Glyph.TRIANGLE;
      case INFO -> Glyph.INFO;
      case NOT_KNOWN -> Glyph.QUESTION;
      case CALM -> Glyph.CIRCLE;
    };
  }

  private static Tone tone(Headline.Kind kind) {
    return switch (kind) {
      case CRITICAL -> Tone.DANGER;
      case WARNING -> Tone.ATTENTION;
      case INFO -> Tone.QUIET;
      case NOT_KNOWN -> Tone.UNKNOWN;
      case CALM -> Tone.OK;
    };
  }

  @Nullable Headline shown() {
    return shown;
  }

  Button moreButton() {
    return more;
  }
}
