package io.signalbox.ui.runbook;

import static org.assertj.core.api.Assertions.assertThat;

import io.signalbox.runbook.Block;
import io.signalbox.runbook.Runbook;
import io.signalbox.runbook.RunbookParser;
import io.signalbox.ui.fixture.RunbookFixture;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A runbook in pieces: nothing is lost, nothing is too long for one node. */
class PiecesTest {
  private static List<Piece> of(String text) {
    return Pieces.of(RunbookParser.parse("a.md", text));
  }

  @Test
  void everyStepHasAPieceAlsoWithinListsAndQuotes() {
    Runbook runbook =
        RunbookParser.parse(
            "a.md", "1. first\n\n   ```bash\n   uptime\n   ```\n\n> ```sh\n> df\n> ```\n");
    List<Piece> pieces = Pieces.of(runbook);
    assertThat(runbook.steps()).hasSize(2);
    assertThat(Pieces.ofStep(pieces, 1)).isNotNegative();
    assertThat(Pieces.ofStep(pieces, 2)).isNotNegative();
    assertThat(pieces.get(Pieces.ofStep(pieces, 1)).level()).isEqualTo(1);
    assertThat(pieces.get(Pieces.ofStep(pieces, 2)).quotes()).isEqualTo(1);
  }

  @Test
  void listsAreNumberedAndNested() {
    List<Piece> pieces = of("# t\n\nWords.\n\n3. three\n4. four\n   - deep\n\n- [x] ticked\n");
    assertThat(pieces).extracting(Piece::marker).containsExactly("", "3.", "4.", "•", "☑");
    assertThat(pieces).extracting(Piece::level).containsExactly(0, 1, 1, 2, 1);
  }

  @Test
  void whatStandsInTheCardIsNotSaidTwice() {
    List<Piece> pieces = of("```bash\nuptime\n```\n\nExpected output: `up`\n\nOther words.\n");
    assertThat(pieces).hasSize(2);
    assertThat(pieces.getFirst().block())
        .isInstanceOfSatisfying(
            Block.Fence.class, fence -> assertThat(fence.step().expected()).isEqualTo("up"));
  }

  @Test
  void longTablesAndParagraphsAreCut() {
    String rows =
        String.join("\n", IntStream.range(0, 500).mapToObj(i -> "| " + i + " | b |").toList());
    List<Piece> table = of("| a | b |\n|---|--:|\n" + rows + "\n");
    assertThat(table).hasSizeGreaterThan(10);
    assertThat(table).allSatisfy(piece -> assertThat(piece.columns()).hasSize(2));
    assertThat(of(("word ".repeat(100) + "\n").repeat(400))).hasSizeGreaterThan(50);
  }

  @Test
  void anchorsAndLinesFindTheirPlace() {
    Runbook runbook = RunbookFixture.shelf().runbook(RunbookFixture.OFFLINE);
    List<Piece> pieces = Pieces.of(runbook);
    int restore = Pieces.ofAnchor(pieces, "restore");
    assertThat(pieces.get(restore).block())
        .isInstanceOfSatisfying(
            Block.Title.class, title -> assertThat(title.heading().text()).isEqualTo("Restore"));
    assertThat(Pieces.ofAnchor(pieces, "no-such-heading")).isEqualTo(-1);
    int line = RunbookFixture.step(runbook, 3).line();
    assertThat(Pieces.ofLine(pieces, line + 1)).isEqualTo(Pieces.ofStep(pieces, 3));
  }
}
