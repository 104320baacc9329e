package io.signalbox.procedure;

import static org.assertj.core.api.Assertions.assertThat;

import io.signalbox.runbook.Runbook;
import io.signalbox.runbook.RunbookParser;
import io.signalbox.runbook.RunbookProgress;
import io.signalbox.runbook.Step;
import io.signalbox.runbook.StepState;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Progress on the disk: apart by folder, read from before, and never lost. */
class FileProgressTest {
  private static final Instant NOW = Instant.parse("2026-01-05T03:12:00Z");
  private static final Runbook RUNBOOK = RunbookParser.parse("disk.md", "```bash\nid\n```\n");
  private static final Step STEP = RUNBOOK.steps().getFirst();

  /** The hash of that step as consoles before the language counted in made it. */
  private static final String OLD_HASH =
      "9b063bdb6907b4a552961d8492f6e4663fd3a7aae4f7247c92bff4fa996c2a5d";

  @TempDir Path folder;

  private FileProgress store() {
    return new FileProgress(folder, "shop");
  }

  private static RunbookProgress done(RunbookProgress progress) {
    return progress
        .begun(STEP, "ana", NOW, "box-a", "RUN")
        .ended(STEP, StepState.OK, NOW, "", List.of("uid=0"));
  }

  @Test
  void twoFilesOfOneNameInTwoFoldersStandApart() {
    RunbookProgress _ = store().change("/one/disk.md", RUNBOOK, FileProgressTest::done);
    assertThat(store().load("/one/disk.md", RUNBOOK).state(STEP)).isEqualTo(StepState.OK);
    assertThat(store().load("/two/disk.md", RUNBOOK)).isEqualTo(RunbookProgress.fresh(RUNBOOK));
  }

  @Test
  void whatAnOlderConsoleKeptIsReadAndItsFileStays() throws Exception {
    Path old = old("disk.md");
    Files.writeString(
        old,
        """
        {"v":1,"environment":"shop","runbook":"disk.md","paused":true,"steps":[{"step":1,
        "state":"OK","hash":"%s","by":"ana","at":"2026-01-05T03:10:00Z",
        "endedAt":"2026-01-05T03:11:00Z","target":"box-a","run":"RUN","words":"",
        "output":["uid=0"]}]}
        """
            .formatted(OLD_HASH));
    RunbookProgress read = store().load("/one/disk.md", RUNBOOK);
    assertThat(read.paused()).isTrue();
    assertThat(read.state(STEP)).isEqualTo(StepState.OK);
    assertThat(read.record(STEP, "box-a").output()).containsExactly("uid=0");
    RunbookProgress _ = store().change("/one/disk.md", RUNBOOK, now -> now.paused(false));
    assertThat(store().load("/one/disk.md", RUNBOOK).state(STEP)).isEqualTo(StepState.OK);
    assertThat(old).exists();
  }

  private Path old(String path) throws Exception {
    byte[] digest =
        MessageDigest.getInstance("SHA-256")
            .digest(("shop\n" + path).getBytes(StandardCharsets.UTF_8));
    return folder.resolve(HexFormat.of().formatHex(digest).substring(0, 32) + ".json");
  }

  @Test
  void whatCannotBeReadIsSaidAndSetAsideNotReplaced() throws IOException {
    RunbookProgress _ = store().change("/one/disk.md", RUNBOOK, FileProgressTest::done);
    Path file = only(".json");
    Files.writeString(file, "{\"v\":3,\"later\":true}");
    FileProgress store = store();
    RunbookProgress read = store.load("/one/disk.md", RUNBOOK);
    assertThat(read.note()).contains(file.toString()).contains("a newer console has written it");
    assertThat(read.state(STEP)).isEqualTo(StepState.PENDING);
    RunbookProgress _ = store.change("/one/disk.md", RUNBOOK, FileProgressTest::done);
    assertThat(only(".unreadable")).content().contains("\"later\"");
    assertThat(store().load("/one/disk.md", RUNBOOK).note()).isEmpty();
  }

  private Path only(String ending) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(ending)).findFirst().orElseThrow();
    }
  }

  @Test
  void changesFromManyThreadsAreAllKept() {
    Runbook many = RunbookParser.parse("many.md", "```bash\nid\n```\n\n".repeat(40));
    FileProgress store = store();
    IntStream.range(0, 40)
        .parallel()
        .forEach(
            at -> {
              RunbookProgress _ =
                  store.change(
                      "/one/many.md",
                      many,
                      now -> now.skipped(many.steps().get(at), "ana", NOW, "no " + at));
            });
    RunbookProgress kept = store().load("/one/many.md", many);
    assertThat(many.steps()).allMatch(step -> kept.state(step) == StepState.SKIPPED);
  }
}
