package io.signalbox.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.signalbox.rig.MutableClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real file system that is full, or read-only; needs the right to mount. */
class JournalDiskFullTest {
  @TempDir Path folder;
  private Path disk;
  private boolean mounted;

  @BeforeEach
  void mount() throws Exception {
    disk = Files.createDirectory(folder.resolve("disk"));
    mounted = run("mount", "-t", "tmpfs", "-o", "size=256k", "tmpfs", disk.toString());
    assumeTrue(mounted, "only root may mount a file system");
  }

  @AfterEach
  void unmount() throws Exception {
    if (mounted) {
      assertThat(run("umount", "-l", disk.toString())).isTrue();
    }
  }

  private static boolean run(String... command) throws Exception {
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      return process.waitFor(20, TimeUnit.SECONDS) && process.exitValue() == 0;
    } catch (IOException e) {
      return false;
    }
  }

  private Journal open() throws JournalException {
    return Journal.open(disk.resolve("state"), new MutableClock(), "ana");
  }

  private static JournalNote note(String reason) {
    return new JournalNote(
        Phase.PERMITTED, "restart-service", "01A", "", Map.of("reason", reason), "", "");
  }

  @Test
  void F23_onAFullDiskNothingIsRecordedReadingGoesOnAndSpaceHealsIt() throws Exception {
    try (Journal journal = open()) {
      int written = fill(journal);
      assertThat(written).isGreaterThan(10);
      assertThat(journal.whyReadOnly()).contains("No space left").contains("nothing is done");
      assertThat(JournalReader.read(journal.folder())).hasSize(written);
      assertThat(JournalVerifier.folder(journal.folder()).intact()).isTrue();
      Files.delete(disk.resolve("ballast"));
      journal.append(note("after"));
      assertThat(journal.whyReadOnly()).isEmpty();
      assertThat(JournalVerifier.folder(journal.folder()).problem()).isEmpty();
      assertThat(JournalReader.read(journal.folder()).getLast().params())
          .containsEntry("reason", "after");
    }
  }

  @Test
  void F23_aTornTailFoundOnAFullDiskIsRecoveredOnceThereIsSpace() throws Exception {
    Path file;
    try (Journal journal = open()) {
      fill(journal);
      file = JournalFiles.in(new DiskFs(), journal.folder()).getLast();
    }
    Files.delete(disk.resolve("ballast"));
    Files.writeString(file, "{\"v\":1,\"seq\":", java.nio.file.StandardOpenOption.APPEND);
    ballast();
    try (Journal journal = open()) {
      assertThat(journal.whyReadOnly()).contains("No space left");
      Files.delete(disk.resolve("ballast"));
      journal.append(note("after"));
      List<JournalEntry> entries = JournalReader.read(journal.folder());
      assertThat(entries.get(entries.size() - 2).phase()).isEqualTo(Phase.RECOVERED);
      assertThat(JournalVerifier.folder(journal.folder()).problem()).isEmpty();
    }
  }

  @Test
  void F25_onAReadOnlyFileSystemItIsReadAndTheReasonIsSaid() throws Exception {
    try (Journal journal = open()) {
      journal.append(note("before"));
    }
    assertThat(run("mount", "-o", "remount,ro", disk.toString())).isTrue();
    try {
      Journal _ = open();
      throw new AssertionError("a read-only file system must not be written");
    } catch (JournalException e) {
      assertThat(e).hasMessageContaining("Read-only file system").hasMessageContaining("writable");
    }
    assertThat(JournalReader.read(disk.resolve("state"))).hasSize(1);
    assertThat(JournalVerifier.folder(disk.resolve("state")).intact()).isTrue();
  }

  /** Leaves room for a few entries, then writes until it is full. */
  private int fill(Journal journal) throws IOException {
    for (int i = 0; i < 12; i++) {
      try {
        journal.append(note("before " + i));
      } catch (JournalException e) {
        throw new IOException(e);
      }
    }
    ballast();
    int written = 12;
    try {
      while (written < 4000) {
        journal.append(note("x".repeat(700)));
        written++;
      }
    } catch (JournalException e) {
      return written;
    }
    throw new AssertionError("the disk never became full");
  }

  private void ballast() {
    byte[] block = new byte[1024];
    try (var out = Files.newOutputStream(disk.resolve("ballast"))) {
      while (true) {
        out.write(block);
      }
    } catch (IOException e) {
      // full: that is what it is for
    }
  }
}
