package io.signalbox.ui.runbook;

import static org.assertj.core.api.Assertions.assertThat;

import io.signalbox.runbook.Runbook;
import io.signalbox.runbook.RunbookParser;
import io.signalbox.ui.runbook.CodeText.Bit;
import io.signalbox.ui.runbook.CodeText.Kind;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Highlighting never changes a character. */
class CodeTextTest {
  private static List<List<Bit>> of(String language, String text) {
    Runbook runbook = RunbookParser.parse("a.md", "```" + language + "\n" + text + "\n```\n");
    return CodeText.of(runbook.steps().getFirst());
  }

  private static String plain(List<Bit> line) {
    return line.stream().map(Bit::text).collect(Collectors.joining());
  }

  @Test
  void everyCharacterStaysWhereItIs() {
    for (String text :
        List.of(
            "sudo systemctl restart <unit> # then look",
            "echo \"a <host> b\" | grep 'x y' && A=1 ls ~/.ssh; $(date)",
            "\"unclosed <host>",
            "#only a comment",
            "((((")) {
      assertThat(plain(of("bash", text).getFirst())).isEqualTo(text);
    }
  }

  @Test
  void commandsCommentsTextsAndGapsAreTold() {
    List<Bit> line = of("bash", "sudo systemctl restart <unit> 'now' # why").getFirst();
    assertThat(line.stream().filter(bit -> bit.kind() == Kind.COMMAND).map(Bit::text))
        .containsExactly("sudo", "systemctl");
    assertThat(line.stream().filter(bit -> bit.kind() == Kind.GAP).map(Bit::name))
        .containsExactly("unit");
    assertThat(line).contains(new Bit(Kind.TEXT, "'now'", ""), new Bit(Kind.COMMENT, "# why", ""));
  }

  @Test
  void aGapWithinAPromqlTextIsAGap() {
    assertThat(of("promql", "up{host=\"<hostname>\"}").getFirst())
        .extracting(Bit::kind)
        .contains(Kind.GAP);
  }
}
