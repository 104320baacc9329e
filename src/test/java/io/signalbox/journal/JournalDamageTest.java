package io.signalbox.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.signalbox.journal.RemoteHeads.RemoteHead;
import io.signalbox.rig.MutableClock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What somebody did to the files shows, with the first number that is not what was written. */
class JournalDamageTest {
  @TempDir Path folder;
  private final MutableClock clock = new MutableClock();

  @BeforeEach
  void tenEntries() throws Exception {
    write(folder, 10);
  }

  private void write(Path home, int entries) throws Exception {
    try (Journal journal = Journal.open(home, clock, "ana")) {
      for (int i = 0; i < entries; i++) {
        journal.append(note(Phase.STARTED, "run-" + i));
      }
    }
  }

  private static JournalNote note(Phase phase, String id) {
    return new JournalNote(
        phase, "restart-service", id, "production/shop-runner-a", Map.of("reason", id), "", "");
  }

  private Path file() {
    return folder.resolve("journal-20260105-1.jsonl");
  }

  private List<String> lines() throws Exception {
    return new ArrayList<>(Files.readAllLines(file()));
  }

  private void expectBad(long number, String words) throws Exception {
    for (JournalVerifier.Result result :
        List.of(JournalVerifier.folder(folder), JournalVerifier.segment(file()))) {
      assertThat(result.firstBad()).as(result.problem()).isEqualTo(number);
      assertThat(result.problem()).contains(words);
    }
  }

  @Test
  void F26_anEditedEntryIsNamed() throws Exception {
    List<String> lines = lines();
    lines.set(3, lines.get(3).replace("run-3", "run-X"));
    Files.write(file(), lines);
    expectBad(4, "not what was written");
  }

  @Test
  void F26_aRemovedEntryIsNamed() throws Exception {
    List<String> lines = lines();
    lines.remove(6);
    Files.write(file(), lines);
    expectBad(7, "number 8 where 7 belongs");
  }

  @Test
  void F26_reorderedEntriesAreNamed() throws Exception {
    List<String> lines = lines();
    lines.addFirst(lines.remove(1));
    Files.write(file(), lines);
    expectBad(1, "number 2 where 1 belongs");
  }

  @Test
  void F26_aCutTailIsNamedByTheHeadFile() throws Exception {
    Files.write(file(), lines().subList(0, 5));
    expectBad(6, "the head file knows entry 10, the journal ends at 5");
  }

  @Test
  void F26_halfOfTheLastLineIsACutTailToo() throws Exception {
    String text = Files.readString(file());
    Files.writeString(file(), text.substring(0, text.length() - 40));
    expectBad(10, "the head file knows entry 10");
  }

  @Test
  void F26_aMissingFirstFileIsNamed() throws Exception {
    clock.pass(java.time.Duration.ofDays(1));
    write(folder, 2);
    Files.delete(file());
    JournalVerifier.Result result = JournalVerifier.folder(folder);
    assertThat(result.firstBad()).isEqualTo(1);
    assertThat(result.problem()).contains("number 11 where 1 belongs");
  }

  @Test
  void F26_aSegmentThatWasCutShowsByTheOneAfterIt() throws Exception {
    clock.pass(java.time.Duration.ofDays(1));
    write(folder, 2);
    Files.write(file(), lines().subList(0, 8));
    assertThat(JournalVerifier.segment(file()).firstBad()).isEqualTo(9);
    Path second = folder.resolve("journal-20260106-1.jsonl");
    Files.write(second, Files.readAllLines(second).subList(1, 2));
    assertThat(JournalVerifier.segment(second).firstBad()).isEqualTo(9);
  }

  @Test
  void F26_aJournalThatWasReplacedShowsByTheHeadFile(@TempDir Path other) throws Exception {
    clock.pass(java.time.Duration.ofSeconds(1));
    write(other, 12);
    Files.copy(
        other.resolve(file().getFileName()),
        file(),
        java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    expectBad(10, "the head file knows another entry of this number");
  }

  @Test
  void F26_aChangedHeadFileShows() throws Exception {
    Path head = folder.resolve(HeadFile.NAME);
    Files.writeString(head, Files.readString(head).replace("\"hash\":\"", "\"hash\":\"0"));
    expectBad(11, "the head file was changed");
  }

  @Test
  void F26_aJournalAndHeadRewrittenTogetherShowByARemoteHead() throws Exception {
    RemoteHead known = remote(JournalReader.file(file()).get(9));
    assertThat(against(known).intact()).isTrue();
    Files.write(file(), lines().subList(0, 9));
    Files.delete(folder.resolve(HeadFile.NAME));
    assertThat(JournalVerifier.folder(folder).intact()).isTrue();
    JournalVerifier.Result result = against(known);
    assertThat(result.firstBad()).isEqualTo(10);
    assertThat(result.problem()).contains("shop-host-1").contains("run-9").contains("ends at 9");
  }

  @Test
  void F26_anEntryWrittenAnewShowsByARemoteHead() throws Exception {
    RemoteHead known = new RemoteHead("shop-host-1", "run-4", "a".repeat(64));
    assertThat(against(known).firstBad()).isEqualTo(5);
  }

  private static RemoteHead remote(JournalEntry entry) {
    return new RemoteHead("shop-host-1", entry.actionId(), entry.hash());
  }

  private JournalVerifier.Result against(RemoteHead head) throws Exception {
    return JournalVerifier.against(
        JournalVerifier.folder(folder), JournalReader.read(folder), List.of(head));
  }

  @Test
  void F26_afterDamageTheOldFilesStayAndTheNumbersGoOnInANewOne() throws Exception {
    Files.write(file(), lines().subList(0, 5));
    byte[] damaged = Files.readAllBytes(file());
    write(folder, 2);
    write(folder, 1);
    assertThat(Files.readAllBytes(file())).isEqualTo(damaged);
    List<JournalEntry> after = JournalReader.file(folder.resolve("journal-20260105-2.jsonl"));
    assertThat(after)
        .extracting(JournalEntry::phase)
        .containsExactly(Phase.BROKEN_CHAIN, Phase.STARTED, Phase.STARTED, Phase.STARTED);
    assertThat(after).extracting(JournalEntry::seq).containsExactly(11L, 12L, 13L, 14L);
    assertThat(after.getFirst().params().get("oldHead")).startsWith("10 ");
    assertThat(JournalVerifier.folder(folder).firstBad()).isEqualTo(6);
  }

  @Test
  void F26_aCutAfterDamageThatWasSaidIsSaidAgain() throws Exception {
    Files.write(file(), lines().subList(0, 5));
    write(folder, 3);
    Path second = folder.resolve("journal-20260105-2.jsonl");
    Files.write(second, Files.readAllLines(second).subList(0, 2));
    write(folder, 1);
    assertThat(JournalReader.file(folder.resolve("journal-20260105-3.jsonl")).getFirst().phase())
        .isEqualTo(Phase.BROKEN_CHAIN);
  }

  @Test
  void aHeadFileThatIsGoneIsOnRecord() throws Exception {
    Files.delete(folder.resolve(HeadFile.NAME));
    write(folder, 1);
    assertThat(JournalReader.read(folder).get(10).phase()).isEqualTo(Phase.RECOVERED);
    assertThat(JournalVerifier.folder(folder).entries()).isEqualTo(12);
  }
}
