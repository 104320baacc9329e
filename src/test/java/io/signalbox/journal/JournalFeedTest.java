package io.signalbox.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.signalbox.rig.MutableClock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class JournalFeedTest {
  @TempDir Path folder;

  private static JournalNote note(Phase phase, String id, String result) {
    return new JournalNote(
        phase,
        "restart-service",
        id,
        "production/shop-runner-a",
        Map.of("reason", "# <b>"),
        "",
        result);
  }

  private Journal open() throws JournalException {
    return Journal.open(folder, new MutableClock(), "ana");
  }

  private static JournalFeed feed(Journal journal) {
    return new JournalFeed(
        journal,
        (entry, what) -> journal.append(note(Phase.FOUND, entry.actionId(), "")),
        task -> Thread.ofVirtual().name("journal-test").start(task));
  }

  @Test
  void F21_whatWasStartedBeforeTheStopIsUnfinishedUntilSomethingIsFoundOut() throws Exception {
    try (Journal before = open()) {
      before.append(note(Phase.STARTED, "01A", ""));
      before.append(note(Phase.OUTCOME, "01A", "SUCCEEDED_VERIFIED"));
      before.append(note(Phase.STARTED, "01B", ""));
      before.append(note(Phase.STARTED, "01C", ""));
      before.append(note(Phase.OUTCOME, "01C", "UNKNOWN"));
    }
    try (Journal journal = open();
        JournalFeed feed = feed(journal)) {
      await().until(() -> feed.latest().read());
      assertThat(feed.latest().unfinished())
          .extracting(JournalEntry::actionId)
          .containsExactly("01B", "01C");
      feed.found(feed.latest().unfinished().getFirst(), "it runs").get();
      await().until(() -> feed.latest().unfinished().size() == 1);
      assertThat(feed.latest().ok()).isTrue();
    }
  }

  @Test
  void F26_damageDoneWhileItIsOpenIsSeen() throws Exception {
    try (Journal journal = open();
        JournalFeed feed = feed(journal)) {
      for (int i = 0; i < 4; i++) {
        journal.append(note(Phase.STEP, "01A", "SUCCEEDED_VERIFIED"));
      }
      await().until(() -> feed.latest().entries().size() == 4);
      Path file = folder.resolve("journal-20260105-1.jsonl");
      var lines = Files.readAllLines(file);
      Files.write(file, lines.subList(0, 2));
      await().until(() -> !feed.latest().check().intact());
      assertThat(feed.latest().words()).isEqualTo("journal damaged at 3");
      assertThat(feed.latest().explanation()).contains("Nothing was repaired or deleted");
    }
  }

  @Test
  void F27_aSecondInstanceReadsOnAndSaysThatItOnlyReads() throws Exception {
    try (Journal first = open();
        Journal second = open();
        JournalFeed feed = feed(second)) {
      assertThat(second.heldByAnother()).isTrue();
      assertThat(first.heldByAnother()).isFalse();
      first.append(note(Phase.STEP, "01A", ""));
      await().until(() -> feed.latest().entries().size() == 1);
      assertThat(feed.latest().words()).isEqualTo("journal read-only");
      assertThat(feed.latest().explanation()).contains("another instance");
      assertThatThrownBy(() -> second.append(note(Phase.STEP, "01A", "")))
          .isInstanceOf(JournalException.class);
    }
  }

  @Test
  void exportsAreWholeAndHarmlessAndNeverOverwrite() throws Exception {
    try (Journal journal = open();
        JournalFeed feed = feed(journal)) {
      journal.append(note(Phase.STEP, "01A", "FAILED"));
      await().until(() -> feed.latest().entries().size() == 1);
      var entries = feed.latest().entries();
      Path json = folder.resolve("exports/a.json");
      feed.export(entries, ExportForm.JSON, json).get();
      var tree = JsonMapper.builder().build().readTree(Files.readString(json));
      assertThat(tree.get(0).get("hash").asString()).isEqualTo(entries.getFirst().hash());
      assertThat(tree.get(0).get("link").asString())
          .isEqualTo("signalbox:journal/1/" + entries.getFirst().hash().substring(0, 8));
      assertThat(ExportForm.MARKDOWN.text(entries)).contains("- reason: \\# \\<b\\>");
      assertThatThrownBy(() -> feed.export(entries, ExportForm.JSON, json).get())
          .isInstanceOf(ExecutionException.class)
          .hasMessageContaining("could not be written");
    }
  }
}
