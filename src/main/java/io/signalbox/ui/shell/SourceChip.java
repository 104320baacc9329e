package io.signalbox.ui.shell;

import io.signalbox.snapshot.SourceHealth;
import io.signalbox.snapshot.SourceState;
import io.signalbox.ui.kit.Ages;
import io.signalbox.ui.kit.Glyph;
import io.signalbox.ui.kit.Parts;
import io.signalbox.ui.kit.Sign;
import io.signalbox.ui.kit.Tone;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;

/** One source: its sign, its name and the age of what it said last. */
final class SourceChip extends Button {
  private final Sign sign = new Sign(Glyph.QUESTION, 10, Tone.QUIET);
  private final Label name;
  private final Label age = Parts.label("", "source-age");
  private final Tooltip tip;
  private String told = "";

  SourceChip(String title) {
    name = Parts.label(title, "source-name");
    getStyleClass().add("source-chip");
    setGraphic(Parts.row(6, sign, name, age));
    tip = Parts.tip(this, title);
  }

  void show(SourceHealth health, Instant now) {
    Duration read = health.age(now);
    switch (health.state()) {
      case SourceState.Never<?> _ -> paint(Glyph.CLOCK, Tone.UNKNOWN, "not yet");
      case SourceState.Fresh<?> _ -> {
        boolean partial = health.partial();
        String old = read == null ? "" : Ages.of(read);
        String text = (partial ? "partial " : "") + old + note(health);
        paint(partial ? Glyph.TRIANGLE : Glyph.CIRCLE, partial ? Tone.ATTENTION : Tone.OK, text);
      }
      case SourceState.Stale<?> _ ->
          paint(Glyph.CLOCK, Tone.UNKNOWN, "stale " + (read == null ? "" : Ages.of(read)));
      case SourceState.Failed<?> failed ->
          paint(Glyph.CROSS, Tone.DANGER, "failing " + Ages.since(failed.since(), now));
    }
    String words = words(health, now);
    if (!words.equals(told)) {
      told = words;
      tip.setText(words);
      setAccessibleText(words);
    }
  }

  private static String note(SourceHealth health) {
    return health.note().isEmpty() ? "" : " · " + health.note();
  }

  private void paint(Glyph glyph, Tone tone, String text) {
    sign.show(glyph, tone);
    Tone.apply(age, tone == Tone.OK ? Tone.QUIET : tone);
    age.setText(text);
  }

  /** Everything known of a source, one fact a line. */
  static String words(SourceHealth health, Instant now) {
    StringBuilder words = new StringBuilder(health.id().path());
    words.append(": ").append(health.state().word());
    Duration read = health.age(now);
    Instant at = health.state().readAt();
    if (read != null && at != null) {
      words.append("\nlast read ").append(Ages.of(read)).append(" ago, ").append(Ages.full(at));
    }
    if (health.state() instanceof SourceState.Failed<?> failed) {
      words.append("\nfailing for ").append(Ages.since(failed.since(), now));
      words.append("\n").append(failed.error());
      Instant next = failed.nextTry();
      words.append(
          next == null
              ? "\nnot asked again by itself; F5 asks now"
              : next.isAfter(now)
                  ? "\nnext try in " + Ages.of(Duration.between(now, next))
                  : "\nbeing asked now");
    }
    if (!health.note().isEmpty()) {
      words.append("\n").append(health.note());
    }
    for (String warning : warnings(health)) {
      words.append("\n• ").append(warning);
    }
    return words.toString();
  }

  private static List<String> warnings(SourceHealth health) {
    var reading = health.state().reading();
    return reading == null ? List.of() : reading.warnings();
  }

  String ageText() {
    return age.getText();
  }
}
