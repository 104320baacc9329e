package io.signalbox.ui.confirm;

import io.signalbox.interlock.Interlock;
import io.signalbox.interlock.Plan;
import io.signalbox.interlock.Precondition;
import io.signalbox.interlock.RemoteCommand;
import io.signalbox.interlock.RuleOverride;
import io.signalbox.interlock.Ruling;
import io.signalbox.interlock.Target;
import io.signalbox.text.SafeText;
import io.signalbox.ui.kit.Ages;
import io.signalbox.ui.kit.CommandText;
import io.signalbox.ui.kit.Glyph;
import io.signalbox.ui.kit.Parts;
import io.signalbox.ui.kit.Sign;
import io.signalbox.ui.kit.Tone;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** What a plan says, piece by piece. */
final class PlanSections {
  private static final double RULE_WIDTH = 232;

  private final Plan plan;
  private final Consumer<RuleOverride> override;

  PlanSections(Plan plan, Consumer<RuleOverride> override) {
    this.plan = plan;
    this.override = override;
  }

  Node targets() {
    VBox box = Parts.column(6);
    for (Target target : plan.draft().targets()) {
      Label word = Parts.label(target.environment().toUpperCase(Locale.ROOT), "environment-word");
      word.setMinWidth(HBox.USE_PREF_SIZE);
      Label name = Parts.name(target.name(), "body-strong");
      Label where = Parts.name(target.host() + "  ·  " + target.address(), "mono-text");
      VBox words = Parts.column(1, Parts.row(12, name, where));
      if (!target.service().isEmpty()) {
        words.getChildren().add(Parts.name(target.service(), "mono-text"));
      }
      words.setMinWidth(0);
      HBox.setHgrow(words, Priority.ALWAYS);
      HBox row = new HBox(10, word, words);
      row.getStyleClass().add("target");
      box.getChildren().add(row);
    }
    int count = plan.draft().targets().size();
    return section(count == 1 ? "1 target" : count + " targets", box);
  }

  Node commands() {
    VBox box = Parts.column(4);
    for (RemoteCommand command : plan.draft().commands()) {
      String text = CommandText.of(command.argv());
      Label line = Parts.paragraph(SafeText.exact(text), "command-text");
      line.setMinWidth(0);
      HBox.setHgrow(line, Priority.ALWAYS);
      line.setMaxWidth(Double.MAX_VALUE);
      Button copy = Parts.iconButton("mdi2c-content-copy", "Copy this command", () -> copy(text));
      copy.setMinWidth(HBox.USE_PREF_SIZE);
      Label host = Parts.label(command.host(), "command-host");
      host.setMinWidth(HBox.USE_PREF_SIZE);
      HBox row = new HBox(8, host, line, copy);
      row.getStyleClass().add("command");
      box.getChildren().add(row);
    }
    int count = plan.draft().commands().size();
    return section(
        count == 1 ? "Exactly this command" : "Exactly these " + count + " commands", box);
  }

  Node preconditions() {
    VBox box = Parts.column(5);
    plan.preconditions().stream()
        .sorted((a, b) -> b.ruling().compareTo(a.ruling()))
        .forEach(each -> box.getChildren().add(precondition(each)));
    return section("Checked just now", box);
  }

  private Node precondition(Precondition each) {
    Duration age = each.age();
    boolean overridden = each.refuses() && plan.overrides(each.rule());
    Label word = Parts.label(overridden ? "override" : each.ruling().word(), "ruling");
    word.setMinWidth(plan.overrides().isEmpty() ? 44 : 58);
    Tone.apply(word, tone(each.ruling()));
    Label name = Parts.paragraph(RuleWords.name(each.rule()), "body");
    name.setMinWidth(RULE_WIDTH);
    name.setMaxWidth(RULE_WIDTH);
    Label observed =
        Parts.paragraph(
            SafeText.exact(each.observed())
                + (age == null ? "" : age.isZero() ? ", read now" : ", " + Ages.of(age) + " old"),
            "secondary");
    VBox words = Parts.column(0, observed);
    if (overridden) {
      plan.overrides().stream()
          .filter(one -> one.rule().equals(each.rule()))
          .map(
              one ->
                  Parts.paragraph("→ overridden: " + SafeText.exact(one.reason()), "break-glass"))
          .forEach(words.getChildren()::add);
    } else if (each.refuses()) {
      words.getChildren().add(Parts.paragraph("→ " + RuleWords.remedy(each.rule()), "next-step"));
      if (Interlock.waivable(each.rule())) {
        words.getChildren().add(new OverrideRow(each.rule(), override));
      }
    }
    HBox.setHgrow(words, Priority.ALWAYS);
    HBox row =
        new HBox(8, new Sign(glyph(each.ruling()), 13, tone(each.ruling())), word, name, words);
    row.getStyleClass().add("precondition");
    return row;
  }

  Node outlook() {
    VBox box = Parts.column(6);
    add(box, "Expected", plan.draft().prediction());
    add(box, "Abort", plan.draft().abort());
    add(box, "Undo", plan.draft().undo());
    return section("What follows", box);
  }

  private static void add(VBox box, String what, String text) {
    if (!text.isEmpty()) {
      Label word = Parts.label(what, "secondary");
      word.setMinWidth(64);
      Label says = Parts.paragraph(text, "body");
      HBox.setHgrow(says, Priority.ALWAYS);
      box.getChildren().add(new HBox(8, word, says));
    }
  }

  static void copy(String text) {
    ClipboardContent content = new ClipboardContent();
    content.putString(text);
    Clipboard.getSystemClipboard().setContent(content);
  }

  private static Glyph glyph(Ruling ruling) {
    return switch (ruling) {
      case PASS -> Glyph.CHECK;
      case WARN -> Glyph.TRIANGLE;
      case REFUSE -> Glyph.CANCELLED;
    };
  }

  private static Tone tone(Ruling ruling) {
    return switch (ruling) {
      case PASS -> Tone.QUIET;
      case WARN -> Tone.ATTENTION;
      case REFUSE -> Tone.DANGER;
    };
  }

  private static Node section(String title, Node content) {
    VBox section = Parts.column(6, Parts.label(title, "section-title"), content);
    section.getStyleClass().add("card-section");
    return section;
  }
}
