package io.signalbox.runbook;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Puts what the text around a step says of it, expected output and undo, beside the step. */
final class NoteReader {
  private static final Pattern EXPECTED =
      Pattern.compile(
          "(?is)\\s*(?:you should see|expected|expected (?:output|result)|expect|erwartet"
              + "|erwartete ausgabe|ausgabe|sample output|example output|output)\\s*:?\\s*(.*)");
  private static final Pattern UNDO =
      Pattern.compile("(?is)\\s*(?:to )?(?:undo|revert|rollback|rückgängig)\\s*:\\s*(.*)");

  private final List<Step> steps;

  /** With all steps, which it replaces where it finds something. */
  NoteReader(List<Step> steps) {
    this.steps = steps;
  }

  /** Goes through blocks in reading order. */
  List<Block> attach(List<Block> blocks) {
    List<Block> out = new ArrayList<>();
    for (int i = 0; i < blocks.size(); i++) {
      switch (blocks.get(i)) {
        case Block.Fence fence -> out.add(new Block.Fence(noted(fence.step(), blocks, i)));
        case Block.Quote quote -> out.add(new Block.Quote(attach(quote.blocks())));
        case Block.Items list ->
            out.add(
                new Block.Items(
                    list.start(),
                    list.items().stream()
                        .map(item -> new Block.Item(item.checked(), attach(item.blocks())))
                        .toList()));
        case Block other -> out.add(other);
      }
    }
    return out;
  }

  private Step noted(Step step, List<Block> blocks, int at) {
    if (step.kind() == StepKind.SHOWN) {
      return step;
    }
    String expected = step.expected();
    String undo = step.undo();
    for (int i = at + 1; i < Math.min(blocks.size(), at + 4); i++) {
      if (!(blocks.get(i) instanceof Block.Paragraph paragraph)) {
        break;
      }
      String words = Inline.plain(paragraph.text()).strip();
      Matcher seen = EXPECTED.matcher(words);
      Matcher back = UNDO.matcher(words);
      if (back.matches()) {
        undo = undo.isEmpty() ? back.group(1) : undo;
      } else if (seen.matches() && expected.isEmpty() && labelled(words)) {
        expected = seen.group(1);
        if (expected.isEmpty() && i + 1 < blocks.size()) {
          expected = shown(blocks.get(i + 1));
          i++;
        }
      }
    }
    if (expected.equals(step.expected()) && undo.equals(step.undo())) {
      return step;
    }
    Step noted = step.withNotes(expected, undo);
    steps.set(step.number() - 1, noted);
    return noted;
  }

  private static boolean labelled(String words) {
    return words.indexOf(':') >= 0 || words.length() < 24;
  }

  private static String shown(Block block) {
    return switch (block) {
      case Block.Fence fence when fence.step().kind() == StepKind.SHOWN -> fence.step().text();
      case Block.Code code -> code.text();
      default -> "";
    };
  }
}
