package io.signalbox.app;

import static io.signalbox.app.Run.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.signalbox.journal.Journal;
import io.signalbox.rig.FakeServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** LogQL steps over Loki's API, and what is said where there is no source; the verb lint. */
class RunbookQueryTest {
  private static final String ANSWER =
      """
      {"status": "success", "data": {"resultType": "streams", "result": [
        {"stream": {"job": "runner"}, "values": [
          ["1767582722000000002", "later"],
          ["1767582721000000001", "token ghp_abcdefghijklmnopqrstuvwxyz0123456789"]]}]}}
      """;

  @TempDir Path folder;
  private FakeServer loki;
  private Path runbook;

  @BeforeEach
  void start() throws IOException {
    loki = FakeServer.start().on("/loki/api/v1/query_range", ANSWER);
    runbook =
        Files.writeString(
            folder.resolve("q.md"),
            "```logql\n{job=\"<job>\"} |= \"error\"\n```\n\n```promql\nup\n```\n");
  }

  @AfterEach
  void stop() {
    loki.close();
  }

  private Run run(String sources, int step, String... more) throws IOException {
    Path profile =
        Files.writeString(
            folder.resolve("p.yaml"),
            "version: 1\nenvironment: { name: shop }\nsources:\n" + sources);
    Surroundings surroundings =
        Surroundings.ofThisProcess().at(Files.createDirectories(folder.resolve("home")));
    String[] words =
        Stream.concat(
                Stream.of(
                    "runbook",
                    "run",
                    runbook.toString(),
                    "--step",
                    "" + step,
                    "--profile",
                    profile.toString(),
                    "--json"),
                Arrays.stream(more))
            .toArray(String[]::new);
    return Run.of(surroundings, words);
  }

  @Test
  void lokiAnswersWithLinesInOrderAndNoSecretInThem() throws IOException {
    String sources =
        "  prometheus: [{ url: \"http://127.0.0.1:1\" }]\n  loki: { url: \""
            + loki.url()
            + "\" }\n";
    Run run = run(sources, 1, "--var", "job=runner");
    assertThat(run.code()).as(run.out() + run.err()).isZero();
    JsonNode lines = json(run).get("result").get(0).get("lines");
    assertThat(lines.size()).isEqualTo(2);
    assertThat(lines.get(1).get("text").asString()).isEqualTo("later");
    assertThat(lines.get(0).get("text").asString()).doesNotContain("ghp_");
    assertThat(loki.requests().getFirst().getUrl().queryParameter("query"))
        .isEqualTo("{job=\"runner\"} |= \"error\"");
    assertThat(run(sources, 1).code()).isEqualTo(3);
    assertThat(run(sources, 2).code()).isEqualTo(1);
  }

  @Test
  void withoutASourceItIsSaidThatNothingWasAsked() throws IOException {
    String none = "  alertmanager: [{ url: \"http://127.0.0.1:1\" }]\n";
    assertThat(run(none, 1, "--var", "job=x").code()).isEqualTo(3);
    Run run = run(none, 2);
    assertThat(run.code()).isEqualTo(3);
    assertThat(json(run).get("error").asString()).contains("sources.prometheus");
  }

  @Test
  void aQueryIsOnRecordAndIsAskedWhereItCannotBe() throws Exception {
    String sources =
        "  prometheus: [{ url: \"http://127.0.0.1:1\" }]\n  loki: { url: \""
            + loki.url()
            + "\" }\n";
    assertThat(run(sources, 1, "--var", "job=runner").code()).isZero();
    Path state = Surroundings.ofThisProcess().at(folder.resolve("home")).folders().state();
    String entry = only(state, "journal-.*\\.jsonl");
    assertThat(entry)
        .contains("\"action\":\"runbook\"")
        .contains("{job=\\\"runner\\\"}")
        .contains("\"reads\":\"yes\"")
        .contains("later")
        .doesNotContain("ghp_");
    try (Journal other = Journal.open(state, Clock.systemUTC(), "bo")) {
      assertThat(other.whyReadOnly()).isEmpty();
      Run unrecorded = run(sources, 1, "--var", "job=runner");
      assertThat(unrecorded.code()).as(unrecorded.err()).isZero();
      assertThat(unrecorded.err()).contains("this look is not on record");
    }
    assertThat(only(state, "journal-.*\\.jsonl")).isEqualTo(entry);
  }

  private static String only(Path state, String name) throws IOException {
    try (Stream<Path> files = Files.list(state)) {
      return Files.readString(
          files
              .filter(file -> file.getFileName().toString().matches(name))
              .findFirst()
              .orElseThrow());
    }
  }

  @Test
  void lintNamesFilesStepsAndProblemsWithTheirLines() throws IOException {
    Path books = Files.createDirectories(folder.resolve("books/deep"));
    Files.writeString(books.resolve("a.md"), "# A\n\n```bash\nrm -rf <dir>\n```\n");
    Surroundings here = Surroundings.ofThisProcess().at(folder);
    Run clean = Run.of(here, "runbook", "lint", books.getParent().toString(), "--json");
    assertThat(clean.code()).as(clean.out() + clean.err()).isZero();
    JsonNode file = json(clean).get("files").get(0);
    assertThat(file.get("path").asString()).isEqualTo(books.resolve("a.md").toString());
    assertThat(file.get("title").asString()).isEqualTo("A");
    JsonNode step = file.get("steps").get(0);
    assertThat(step.get("line").asInt()).isEqualTo(3);
    assertThat(step.get("danger").asString()).isEqualTo("destructive");
    assertThat(step.get("runnable").asBoolean()).isTrue();
    assertThat(step.get("target").isNull()).isTrue();
    assertThat(step.get("placeholders").toString()).isEqualTo("[\"dir\"]");
    Files.createSymbolicLink(books.resolve("b.md"), folder.resolve("q.md"));
    Files.writeString(books.resolve("c.md"), "[x](javascript:alert(1))\n\n```sh\nid\n");
    Files.writeString(books.resolve("d.md"), "x".repeat((1 << 20) + 1));
    Run linted = Run.of(here, "runbook", "lint", books.getParent().toString(), "--json");
    assertThat(linted.code()).isEqualTo(1);
    JsonNode files = json(linted).get("files");
    assertThat(files.get(1).get("problems").toString()).contains("leads out");
    assertThat(files.get(1).get("steps").size()).isZero();
    assertThat(files.get(2).get("problems").get(1).get("line").asInt()).isEqualTo(3);
    assertThat(files.get(3).get("problems").toString()).contains("1 MB");
    assertThat(Run.of(here, "runbook", "lint", "/no/such/path").code()).isEqualTo(2);
  }
}
