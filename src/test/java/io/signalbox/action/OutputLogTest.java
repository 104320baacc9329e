package io.signalbox.action;

import static org.assertj.core.api.Assertions.assertThat;

import io.signalbox.rig.MutableClock;
import io.signalbox.text.Ink;
import io.signalbox.text.StyleSpan;
import io.signalbox.text.TextStyle;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputLogTest {
  private static final int MEMORY = 256 * 1024;

  @TempDir Path folder;

  private static OutputLine line(int i) {
    List<StyleSpan> spans =
        i % 7 == 0
            ? List.of(
                new StyleSpan(0, 4, new TextStyle(Ink.RED, Ink.DEFAULT, i % 2 == 0, false, false)))
            : List.of();
    return new OutputLine(
        MutableClock.START.plusMillis(i / 3 - (i % 5)), i % 11 == 0, "line " + i + " ä€", spans);
  }

  private OutputLog filled(@Nullable Path spill, long most, int lines) {
    OutputLog log = new OutputLog(spill, MEMORY, most);
    for (int i = 0; i < lines; i++) {
      log.add(line(i));
    }
    return log;
  }

  @Test
  void aViewDoesNotChangeWhenLinesAreAdded() {
    OutputLog log = filled(folder, 1L << 30, 100);
    List<OutputLine> view = log.view();
    for (int i = 100; i < 70_000; i++) {
      log.add(line(i));
    }
    assertThat(view).hasSize(100);
    assertThat(view.getLast()).isEqualTo(line(99));
    assertThat(log.view()).isNotEqualTo(view).hasSize(70_000);
  }

  @Test
  void F31_everyLineIsReachableFromTheFileInAnyOrder() {
    int count = 300_000;
    try (OutputLog log = filled(folder.resolve("spill"), 1L << 30, count)) {
      List<OutputLine> view = log.view();
      assertThat(view).hasSize(count);
      assertThat(log.gone()).isZero();
      for (int i = 0; i < count; i += 997) {
        assertThat(view.get(i)).isEqualTo(line(i));
      }
      Random random = new Random(31);
      for (int n = 0; n < 500; n++) {
        int i = random.nextInt(count);
        assertThat(view.get(i)).isEqualTo(line(i));
      }
      assertThat(view.getLast()).isEqualTo(line(count - 1));
    }
  }

  @Test
  void F31_nothingOfItHasANameOnDiskWhileItIsKept() throws Exception {
    Path spill = folder.resolve("spill");
    try (OutputLog log = filled(spill, 1L << 30, 100_000);
        var names = Files.list(spill)) {
      assertThat(log.gone()).isZero();
      assertThat(names).isEmpty();
      assertThat(Files.getPosixFilePermissions(spill)).hasSize(3);
    }
  }

  @Test
  void F31_withoutAFolderTheNewestAreKeptAndTheRestIsSaidToBeMissing() {
    OutputLog log = filled(null, 0, 100_000);
    List<OutputLine> view = log.view();
    assertThat(view).hasSize(100_000);
    assertThat(log.gone()).isPositive();
    assertThat(view.getFirst().text()).contains("not kept here").contains("on the host");
    assertThat(view.get((int) log.gone())).isEqualTo(line((int) log.gone()));
    assertThat(view.getLast()).isEqualTo(line(99_999));
  }

  @Test
  void F23_aFileThatTakesNoMoreIsNamedInPlaceOfTheLines() {
    OutputLog log = filled(folder, 1 << 20, 200_000);
    List<OutputLine> view = log.view();
    assertThat(view.getFirst()).isEqualTo(line(0));
    assertThat(log.gone()).isPositive();
    assertThat(view.get(100_000).text()).contains("took no more").contains("1 MiB");
    assertThat(view.getLast()).isEqualTo(line(199_999));
  }

  @Test
  void F25_aFolderThatCannotBeMadeCostsTheOldLinesOnly() throws Exception {
    Path blocked = Files.writeString(folder.resolve("file"), "").resolve("spill");
    OutputLog log = filled(blocked, 1L << 30, 100_000);
    assertThat(log.view().getFirst().text()).contains("not kept here").contains("spill");
    assertThat(log.view().getLast()).isEqualTo(line(99_999));
  }
}
