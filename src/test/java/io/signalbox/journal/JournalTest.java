package io.signalbox.journal;

import static io.signalbox.journal.JournalNotes.note;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.signalbox.rig.MutableClock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {
  @TempDir Path folder;
  private final MutableClock clock = new MutableClock();

  private Journal open() throws JournalException {
    return Journal.open(folder.resolve("j"), clock, "ana@example");
  }

  private Path file() {
    return folder.resolve("j/journal-20260105-1.jsonl");
  }

  private JournalVerifier.Result verify() throws Exception {
    return JournalVerifier.folder(folder.resolve("j"));
  }

  private void write(int entries) throws Exception {
    try (Journal journal = open()) {
      for (int i = 0; i < entries; i++) {
        journal.append(note("reason " + i));
      }
    }
  }

  @Test
  void entriesAreChainedAndReadBackAsWritten() throws Exception {
    write(3);
    write(2);
    List<JournalEntry> entries = JournalReader.read(folder.resolve("j"));
    assertThat(entries).extracting(JournalEntry::seq).containsExactly(1L, 2L, 3L, 4L, 5L);
    assertThat(entries.get(3).prev()).isEqualTo(entries.get(2).hash());
    assertThat(entries.getFirst().params()).containsEntry("reason", "reason 0");
    assertThat(verify().intact()).isTrue();
    assertThat(verify().entries()).isEqualTo(5);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
        .isEqualTo("rw-------");
  }

  @Test
  void aNewDayIsANewFileInTheSameChain() throws Exception {
    try (Journal journal = open()) {
      journal.append(note("today"));
      clock.pass(Duration.ofDays(1));
      journal.append(note("tomorrow"));
    }
    assertThat(folder.resolve("j/journal-20260106-1.jsonl")).exists();
    assertThat(verify().intact()).isTrue();
    assertThat(verify().entries()).isEqualTo(2);
  }

  @Test
  void everyChangeIsFoundWithItsNumber() throws Exception {
    write(5);
    List<String> lines = Files.readAllLines(file());
    List<String> edited = new ArrayList<>(lines);
    edited.set(2, lines.get(2).replace("reason 2", "reason X"));
    expectBad(edited, 3);
    List<String> removed = new ArrayList<>(lines);
    removed.remove(1);
    expectBad(removed, 2);
    List<String> swapped = new ArrayList<>(lines);
    swapped.set(1, lines.get(2));
    swapped.set(2, lines.get(1));
    expectBad(swapped, 2);
    List<String> noise = new ArrayList<>(lines);
    noise.add(3, "{}");
    expectBad(noise, 4);
  }

  private void expectBad(List<String> lines, long number) throws Exception {
    Files.write(file(), lines);
    assertThat(verify().firstBad()).isEqualTo(number);
    assertThat(verify().problem()).contains("entry " + number);
  }

  @Test
  void aTornLastLineIsMovedAsideAndSaidSo() throws Exception {
    write(2);
    Files.writeString(file(), "{\"v\":1,\"seq\":3,\"ts", StandardOpenOption.APPEND);
    assertThat(verify().intact()).isTrue();
    assertThat(verify().torn()).isEqualTo(18);
    write(1);
    assertThat(folder.resolve("j/journal.torn-1")).hasContent("{\"v\":1,\"seq\":3,\"ts");
    assertThat(JournalReader.read(folder.resolve("j")))
        .extracting(JournalEntry::phase)
        .containsExactly(Phase.PERMITTED, Phase.PERMITTED, Phase.RECOVERED, Phase.PERMITTED);
    assertThat(verify().intact()).isTrue();
  }

  @Test
  void damageIsNeverRepairedButGoneOnFromInANewFile() throws Exception {
    write(3);
    Files.writeString(file(), Files.readString(file()).replace("reason 1", "reason X"));
    String damaged = Files.readString(file());
    write(1);
    write(1);
    assertThat(Files.readString(file())).isEqualTo(damaged);
    List<JournalEntry> after = JournalReader.file(folder.resolve("j/journal-20260105-2.jsonl"));
    assertThat(after)
        .extracting(JournalEntry::phase)
        .containsExactly(Phase.BROKEN_CHAIN, Phase.PERMITTED, Phase.PERMITTED);
    assertThat(verify().firstBad()).isEqualTo(2);
  }

  @Test
  void aSecondInstanceReadsButDoesNotWrite() throws Exception {
    try (Journal first = open();
        Journal second = open()) {
      assertThat(first.whyReadOnly()).isEmpty();
      assertThat(second.whyReadOnly()).contains("another instance");
      assertThatThrownBy(() -> second.append(note("no"))).hasMessageContaining("another instance");
      first.append(note("yes"));
    }
    assertThat(verify().entries()).isEqualTo(1);
  }

  @Test
  void aFolderThatCannotBeUsedIsAnError() throws Exception {
    Files.writeString(folder.resolve("j"), "a file");
    assertThatThrownBy(this::open)
        .isInstanceOf(JournalException.class)
        .hasMessageContaining("nothing is done");
  }

  @Test
  void secretsAndControlCharactersAreNotWritten() throws Exception {
    try (Journal journal = open()) {
      journal.append(note("with ghp_0123456789abcdefghij and \u001b[31mred\u001b[0m\u0007"));
    }
    assertThat(Files.readString(file())).contains("with *** and red").doesNotContain("ghp_");
  }

  @Test
  void F35_aKnownSecretIsNotWrittenInAnyForm() throws Exception {
    io.signalbox.text.SecretFilter secrets = new io.signalbox.text.SecretFilter();
    secrets.know("correct-horse");
    try (Journal journal = open()) {
      journal.hide(secrets);
      journal.append(note("with Correct-Horse and Y29ycmVjdC1ob3JzZQ=="));
    }
    assertThat(Files.readString(file())).contains("with *** and ***").doesNotContain("orse");
    assertThat(verify().intact()).isTrue();
  }
}
