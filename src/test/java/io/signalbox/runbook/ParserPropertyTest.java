package io.signalbox.runbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The parser over texts that nobody wrote: it never throws and never loses a fence or its line. */
class ParserPropertyTest {
  private static final List<String> PIECES =
      List.of(
          "```",
          "~~~",
          "````",
          "```bash",
          "~~~ sh",
          "``` {.bash target=a}",
          "# Title",
          "---",
          "> ",
          "- ",
          "1. ",
          "    ",
          "\t",
          "<div>",
          "</div>",
          "<!--",
          "-->",
          "| a | b |",
          "|---|---|",
          "[x](y)",
          "![p](q)",
          "**",
          "_",
          "`",
          "$(",
          "\"",
          "'",
          "<<EOF",
          "EOF",
          "<runner-name>",
          "${VAR}",
          "\\",
          "$ ",
          "&&",
          "|",
          ">",
          "title: x",
          "\u202e",
          "\u0000",
          "\ud800",
          "ä",
          "[PLACE]",
          "{",
          "}",
          "((",
          "))",
          "a",
          " ",
          "",
          "[a]: b",
          "sudo rm -rf /",
          "case x in",
          "esac",
          "]]",
          "[[",
          "`uname`",
          "${A:-b",
          "ssh u@h '");

  static Stream<Long> seeds() {
    return IntStream.range(0, 40).mapToObj(i -> 7919L * i + 17);
  }

  private static String noise(Random random) {
    StringBuilder text = new StringBuilder();
    int count = random.nextInt(120);
    for (int i = 0; i < count; i++) {
      text.append(PIECES.get(random.nextInt(PIECES.size())));
      text.append(random.nextInt(3) == 0 ? List.of("\n", "\r\n", "\r").get(random.nextInt(3)) : "");
    }
    return text.toString();
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void nothingMakesItThrow(long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < 50; i++) {
      String text = noise(random);
      Runbook read = RunbookParser.parse("noise.md", text);
      long lines = text.lines().count();
      assertThat(read.steps())
          .allSatisfy(step -> assertThat(step.line()).isBetween(1, (int) Math.max(1, lines)));
      assertThat(read.problems()).allSatisfy(one -> assertThat(one.line()).isPositive());
      read.steps().forEach(step -> Filling.fill(step, java.util.Map.of("VAR", "x", "PLACE", "y")));
    }
  }

  /** One fence with its surroundings, whose opening line is known because it was counted. */
  private static String fence(Random random, List<Integer> lines, int before) {
    String mark = random.nextBoolean() ? "`".repeat(3 + random.nextInt(3)) : "~".repeat(3);
    String indent = List.of("", " ", "  ", "   ").get(random.nextInt(4));
    String quote = random.nextInt(4) == 0 ? "> " : "";
    StringBuilder text = new StringBuilder();
    int at = before;
    for (int i = random.nextInt(3); i > 0; i--) {
      text.append(List.of("Words.\n", "## Part\n", "\n").get(random.nextInt(3)));
      at++;
    }
    text.append("\n");
    at++;
    lines.add(at + 1);
    text.append(quote).append(indent).append(mark).append("bash\n");
    for (int i = random.nextInt(4); i > 0; i--) {
      text.append(quote).append(indent);
      text.append(List.of("df -h", "# note", "", "echo '```'", "~~").get(random.nextInt(5)));
      text.append("\n");
    }
    return text.append(quote).append(indent).append(mark).append("\n\n").toString();
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void everyFenceIsAStepWithItsExactLine(long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < 25; i++) {
      List<Integer> lines = new ArrayList<>();
      StringBuilder text = new StringBuilder();
      if (random.nextBoolean()) {
        text.append("---\ntitle: T\n---\n");
      }
      int count = 1 + random.nextInt(12);
      for (int j = 0; j < count; j++) {
        text.append(fence(random, lines, (int) text.toString().lines().count()));
      }
      String end = List.of("\n", "\r\n", "\r").get(random.nextInt(3));
      String whole = text.toString().replace("\n", end);
      assertThat(RunbookParser.parse("f.md", whole).steps())
          .as(whole)
          .extracting(Step::line)
          .isEqualTo(lines);
    }
  }
}
