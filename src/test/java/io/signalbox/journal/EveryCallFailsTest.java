package io.signalbox.journal;

import static io.signalbox.journal.JournalNotes.note;
import static org.assertj.core.api.Assertions.assertThat;

import io.signalbox.rig.MutableClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Every single call to the disk fails once, in four ways, in the life of a journal that is opened,
 * written over midnight, closed, torn and opened again: what was acknowledged is there afterwards,
 * and the chain is whole.
 */
class EveryCallFailsTest {
  @TempDir Path folder;

  private record Life(List<String> acknowledged, int calls, boolean stopped) {}

  @ParameterizedTest
  @EnumSource
  void F21_F23_whateverCallFailsNothingAcknowledgedIsLost(FailingFs.Way way) throws Exception {
    int calls = live(folder.resolve("sound"), new FailingFs(0, way)).calls();
    assertThat(calls).isGreaterThan(60);
    for (int n = 1; n <= calls; n++) {
      Path home = folder.resolve(way + "-" + n);
      Life life = live(home, new FailingFs(n, way));
      check(home, life, "call " + n + " of " + calls + " fails: " + way);
    }
  }

  private static void check(Path home, Life life, String what) throws Exception {
    assertThat(JournalVerifier.folder(home).problem()).as("before it is opened: " + what).isEmpty();
    try (Journal journal = Journal.open(home, new MutableClock(), "ana")) {
      assertThat(journal.whyReadOnly()).as(what).isEmpty();
      journal.append(note("afterwards"));
    }
    assertThat(JournalVerifier.folder(home).problem()).as(what).isEmpty();
    List<JournalEntry> entries = JournalReader.read(home);
    List<String> reasons =
        entries.stream().map(entry -> entry.params().getOrDefault("reason", "")).toList();
    assertThat(reasons).as(what).contains("afterwards");
    if (!life.acknowledged().isEmpty()) {
      assertThat(reasons).as(what).containsSubsequence(life.acknowledged());
    }
    assertThat(new HashSet<>(entries.stream().map(JournalEntry::seq).toList()))
        .as(what)
        .hasSize(entries.size());
    assertThat(entries)
        .extracting(JournalEntry::phase)
        .as("no damage is claimed: " + what)
        .doesNotContain(Phase.BROKEN_CHAIN);
  }

  /** Two sessions with a torn line between them. */
  private static Life live(Path home, FailingFs fs) throws IOException {
    List<String> acknowledged = new ArrayList<>();
    MutableClock clock = new MutableClock();
    session(home, fs, clock, acknowledged, "first");
    tear(home);
    session(home, fs, clock, acknowledged, "second");
    return new Life(acknowledged, fs.calls(), fs.stopped());
  }

  private static void session(
      Path home, FailingFs fs, MutableClock clock, List<String> acknowledged, String name) {
    try (Journal journal = Journal.open(fs, home, clock, "ana")) {
      for (int i = 0; i < 4; i++) {
        try {
          journal.append(note(name + " " + i));
          acknowledged.add(name + " " + i);
        } catch (JournalException e) {
          // refused: then nothing is done, and the next one may be recorded again
        }
        if (i == 1) {
          clock.pass(Duration.ofDays(1));
        }
      }
    } catch (JournalException e) {
      // the folder could not be used at all
    }
  }

  private static void tear(Path home) throws IOException {
    List<Path> files = JournalFiles.in(new DiskFs(), home);
    if (!files.isEmpty()) {
      byte[] bytes = Files.readAllBytes(files.getLast());
      if (bytes.length > 0 && bytes[bytes.length - 1] == '\n') {
        Files.writeString(
            files.getLast(), "{\"v\":1,\"seq\":99", java.nio.file.StandardOpenOption.APPEND);
      }
    }
  }
}
