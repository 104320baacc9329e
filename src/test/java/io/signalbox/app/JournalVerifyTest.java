package io.signalbox.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.signalbox.journal.Journal;
import io.signalbox.journal.JournalNote;
import io.signalbox.journal.Phase;
import io.signalbox.rig.MutableClock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code signalbox journal verify}: its words and its exit codes. */
class JournalVerifyTest {
  @TempDir Path home;
  private Path folder;
  private Path file;

  @BeforeEach
  void threeEntries() throws Exception {
    folder = home.resolve("state");
    try (Journal journal = Journal.open(folder, new MutableClock(), "ana")) {
      for (String reason : new String[] {"one", "two", "three"}) {
        journal.append(
            new JournalNote(
                Phase.UNLOCKED, "read-only", "", "production", Map.of("reason", reason), "", ""));
      }
    }
    file = folder.resolve("journal-20260105-1.jsonl");
  }

  private Run verify(Path path) {
    return Run.of(Surroundings.ofThisProcess().at(home), "journal", "verify", path.toString());
  }

  @Test
  void anIntactJournalExitsZeroByFolderAndByFile() {
    for (Path path : new Path[] {folder, file}) {
      Run run = verify(path);
      assertThat(run.code()).as(run.err()).isZero();
      assertThat(run.out()).startsWith("intact: 3 entries, the last is number 3 with hash ");
    }
  }

  @Test
  void F26_aDamagedJournalExitsOneAndNamesTheFirstBadNumber() throws Exception {
    Files.writeString(file, Files.readString(file).replace("two", "twx"));
    for (Path path : new Path[] {folder, file}) {
      Run run = verify(path);
      assertThat(run.code()).isEqualTo(1);
      assertThat(run.out()).startsWith("damaged at 2: ").contains("verified before that: 1 entry");
    }
  }

  @Test
  void whatCannotBeReadExitsTwo() throws Exception {
    for (Path path :
        new Path[] {home.resolve("none.jsonl"), Files.createDirectory(home.resolve("e"))}) {
      Run run = verify(path);
      assertThat(run.code()).isEqualTo(2);
      assertThat(run.err()).contains(path.toString()).doesNotContain("Exception");
    }
    assertThat(Run.of(Surroundings.ofThisProcess().at(home), "journal").code()).isEqualTo(2);
  }

  @Test
  void aCopyWithoutItsHeadFileSaysWhatItCannotShow() throws Exception {
    Path copy = Files.copy(file, home.resolve("copy.jsonl"));
    Run run = verify(copy);
    assertThat(run.code()).isZero();
    assertThat(run.out()).contains("no journal.head beside it");
  }
}
