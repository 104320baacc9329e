package io.signalbox.runbook;

import java.util.List;

/**
 * One fenced block of a runbook.
 *
 * @param number counted from 1 over all fenced blocks, as {@code --step} takes it
 * @param line of the opening fence, counted from 1
 * @param language the info string's first word in lower case, empty where there is none
 * @param kind what can be done with it
 * @param text what is shown, exactly as in the file but for control characters
 * @param script what is run once placeholders are filled: prompts and the way to the target taken
 *     off; empty for {@link StepKind#SHOWN}
 * @param hints the comments in it
 * @param expected what its author says is to be seen afterwards, empty for nothing
 * @param undo how its author says it is undone, empty for nothing
 * @param heading the text of the heading above it, empty for none
 * @param placeholders each once, in the order of their first appearance
 * @param targets where it runs, as written (declared, or by {@code ssh}); empty for the selected
 *     one
 * @param judgement how dangerous it is, declarations counted in
 * @param hash SHA-256 over language, what is run and what is declared: what was approved is what
 *     runs
 * @param obstacle why it is only shown although its language is runnable, empty otherwise
 */
public record Step(
    int number,
    int line,
    String language,
    StepKind kind,
    String text,
    String script,
    List<String> hints,
    String expected,
    String undo,
    String heading,
    List<Placeholder> placeholders,
    List<String> targets,
    Judgement judgement,
    Declared declared,
    String hash,
    String obstacle) {
  /** Copies the lists. */
  public Step {
    hints = List.copyOf(hints);
    placeholders = List.copyOf(placeholders);
    targets = List.copyOf(targets);
  }

  /** True when it can be run once its placeholders are filled. */
  public boolean runnable() {
    return kind != StepKind.SHOWN && obstacle.isEmpty();
  }

  /** How dangerous it is. */
  public Danger danger() {
    return judgement.danger();
  }

  /** A step's name in one line: its heading and number. */
  public String name() {
    return "Step " + number + (heading.isEmpty() ? "" : ": " + heading);
  }

  Step withNotes(String expectedText, String undoText) {
    return new Step(
        number,
        line,
        language,
        kind,
        text,
        script,
        hints,
        expectedText,
        undoText,
        heading,
        placeholders,
        targets,
        judgement,
        declared,
        hash,
        obstacle);
  }
}
