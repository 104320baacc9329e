package io.signalbox.action;

import static org.assertj.core.api.Assertions.assertThat;

import io.signalbox.rig.MutableClock;
import java.util.List;
import org.junit.jupiter.api.Test;

class OutputLogTest {
  private final OutputLog log = new OutputLog();

  private void add(int from, int to) {
    for (int i = from; i < to; i++) {
      log.add(new OutputLine(MutableClock.START, false, "line " + i));
    }
  }

  @Test
  void aViewDoesNotChangeWhenLinesAreAdded() {
    add(0, 100);
    List<OutputLine> view = log.view();
    List<String> texts = view.stream().map(OutputLine::text).toList();
    add(100, 70_000);
    assertThat(view.stream().map(OutputLine::text)).containsExactlyElementsOf(texts);
  }

  @Test
  void theNewestAreKeptAndWhatIsGoneIsCounted() {
    add(0, 55_000);
    List<OutputLine> view = log.view();
    assertThat(view).hasSize(OutputLog.KEPT + 1);
    assertThat(view.getFirst().text()).contains("35000 earlier lines");
    assertThat(view.get(1).text()).isEqualTo("line 35000");
    assertThat(view.getLast().text()).isEqualTo("line 54999");
  }
}
