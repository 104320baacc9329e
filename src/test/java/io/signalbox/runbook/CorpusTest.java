package io.signalbox.runbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Hand-written runbooks of many styles; {@code expected.txt} beside them says of each its title,
 * its steps (line, language, runnable, danger, target, gaps) and the lines of its problems.
 */
class CorpusTest {
  private static final Path FOLDER =
      Path.of(System.getProperty("project.directory", "."), "src/test/resources/runbooks");

  private static Map<String, List<String>> expected() throws IOException {
    Map<String, List<String>> all = new LinkedHashMap<>();
    String file = "";
    for (String line : Files.readAllLines(FOLDER.resolve("expected.txt"))) {
      if (!line.startsWith(" ") && !line.isBlank()) {
        file = line.substring(0, line.indexOf(" | "));
        all.put(file, new ArrayList<>(List.of(line)));
      } else if (!line.isBlank()) {
        all.getOrDefault(file, new ArrayList<>()).add(line.strip());
      }
    }
    return all;
  }

  static Stream<String> files() throws IOException {
    return expected().keySet().stream();
  }

  private static String text(String file) throws IOException {
    return new String(Files.readAllBytes(FOLDER.resolve(file)), StandardCharsets.UTF_8);
  }

  private static Runbook read(String file) throws IOException {
    return RunbookParser.parse(file, text(file), path -> Files.exists(FOLDER.resolve(path)));
  }

  private static String row(Step step) {
    return String.join(
        " ",
        Integer.toString(step.line()),
        step.language().isEmpty() ? "-" : step.language(),
        step.runnable() ? "run" : "shown",
        step.danger().word(),
        step.targets().isEmpty() ? "-" : String.join(",", step.targets()),
        step.placeholders().isEmpty()
            ? "-"
            : step.placeholders().stream()
                .map(Placeholder::name)
                .map(name -> name.replace(' ', '_'))
                .collect(Collectors.joining(",")));
  }

  @ParameterizedTest
  @MethodSource("files")
  void eachIsReadAsItsAuthorMeantIt(String file) throws IOException {
    Runbook runbook = read(file);
    List<String> rows = new ArrayList<>();
    rows.add(file + " | " + runbook.title());
    runbook.steps().stream().map(CorpusTest::row).forEach(rows::add);
    runbook.problems().stream().map(problem -> "! " + problem.line()).forEach(rows::add);
    assertThat(rows).isEqualTo(expected().get(file));
  }

  @Test
  void everyFileIsInTheTableAndThereAreManyOfThem() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      List<String> names =
          files
              .map(file -> file.getFileName().toString())
              .filter(name -> name.endsWith(".md"))
              .sorted()
              .toList();
      assertThat(names).hasSizeGreaterThanOrEqualTo(30);
      assertThat(expected().keySet()).containsExactlyElementsOf(names);
    }
  }

  @ParameterizedTest
  @MethodSource("files")
  void noStepWithAnOpenGapIsComplete(String file) throws IOException {
    assertThat(read(file).steps())
        .filteredOn(step -> !step.placeholders().isEmpty())
        .allSatisfy(step -> assertThat(Filling.fill(step, Map.of()).complete()).isFalse());
  }

  @Test
  void expectedOutputUndoAndHintsStayWithTheirStep() throws IOException {
    List<Step> german = read("14-german.md").steps();
    assertThat(german.get(0).expected()).isEqualTo("active");
    assertThat(german.get(1).undo()).startsWith("systemctl stop");
    List<Step> prompts = read("10-prompts.md").steps();
    assertThat(prompts.get(0).script())
        .isEqualTo("systemctl is-active shop.service\nfor f in a b; do\n  echo \"$f\"\ndone");
    assertThat(prompts.get(0).expected()).isEqualTo("inactive\na\nb");
    assertThat(prompts.get(1).script()).isEqualTo("systemctl restart shop.service\nexit");
  }

  @Test
  void sshLeavesWhatRunsOnTheMachine() throws IOException {
    List<Step> steps = read("11-ssh-targets.md").steps();
    assertThat(steps.get(0).script()).isEqualTo("systemctl status shop.service --no-pager");
    assertThat(steps.get(1).script()).isEqualTo("sudo systemctl restart shop.service && sleep 5");
    assertThat(steps.get(2).script()).isEqualTo("uptime\nfree -h");
    assertThat(steps.get(3).script()).isEqualTo("set -e\ncd /opt/shop\ngit pull");
    assertThat(steps.get(4).script())
        .isEqualTo("( df -h / ) | tail -n 1\n( docker ps ) && ( docker stop web )");
    assertThat(steps.get(5).obstacle()).contains("several machines");
    assertThat(steps.get(6).obstacle()).contains("known only when it runs");
    assertThat(steps.get(7).script()).isEqualTo("ssh -T git@github.com");
  }

  @Test
  void declarationsAreReadAsWritten() {
    String info = "bash {verify=\"test \\\"$(id -u)\\\" = 0\" timeout=5s}";
    Step step = RunbookParser.parse("v.md", "> ```" + info + "\n> id\n> ```\n").steps().getFirst();
    assertThat(step.declared().verify())
        .isEqualTo(new Verify.Command("test \"$(id -u)\" = 0", "test \"$(id -u)\" = 0"));
  }

  @Test
  void queriesAreSplitWhereTheyEnd() throws IOException {
    List<Step> steps = read("29-loki.md").steps();
    assertThat(steps.get(0).script().lines())
        .containsExactly("{job=\"runner\"} |~ \"(?i)error|fatal\"", "{job=\"kernel\"} |= \"oom\"");
    assertThat(steps.get(1).script().lines())
        .containsExactly("up == 0", "sum by (job) ( rate(errors_total[5m]) )");
  }

  @Test
  void whatIsTooLargeOrTooDeepIsSaid() {
    assertThat(RunbookParser.parse("big.md", "a".repeat(Runbook.LARGEST + 1)).problems())
        .singleElement()
        .extracting(Problem::message)
        .asString()
        .contains("1 MB");
    Runbook deep = RunbookParser.parse("deep.md", "> ".repeat(10_000) + "x\n\n```bash\nid\n```\n");
    assertThat(deep.problems()).extracting(Problem::message).anyMatch(m -> m.contains("nested"));
    assertThat(deep.steps()).hasSize(1);
    assertThat(RunbookParser.parse("deep.md", "- ".repeat(5_000) + "x").title()).isEqualTo("deep");
    assertThat(RunbookParser.parse("b.md", "[".repeat(50_000) + "](x)").steps()).isEmpty();
  }

  @Test
  void headingsAreTheOutlineWithTheirSteps() throws IOException {
    Runbook runbook = read("24-network.md");
    assertThat(runbook.outline()).singleElement().extracting(Heading::steps).asList().hasSize(7);
    assertThat(read("33-headings.md").outline())
        .extracting(Heading::anchor)
        .containsExactly("one", "two", "code-in-a-heading", "two-1", "setext");
  }
}
