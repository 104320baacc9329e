package io.signalbox.ui.rollback;

import static org.assertj.core.api.Assertions.assertThat;

import io.signalbox.ansible.Forecast;
import io.signalbox.ansible.HostRecap;
import io.signalbox.ansible.HostState;
import io.signalbox.ansible.PlaybookTree;
import io.signalbox.ansible.PreviewReport;
import io.signalbox.ansible.TaskForecast;
import io.signalbox.ansible.TaskNode;
import io.signalbox.ui.fixture.Fixture;
import io.signalbox.ui.fixture.PlaybookFixture;
import io.signalbox.ui.rollback.Row.Fold;
import io.signalbox.ui.rollback.Row.Kind;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Previews and running playbooks as lines. */
class RollbackRowsTest {
  private static List<Row> preview(Set<Forecast> hidden) {
    return PreviewRows.of(PlaybookFixture.preview(130).report(), hidden, new Folds());
  }

  private static List<String> texts(List<Row> rows, Kind kind) {
    return rows.stream().filter(row -> row.kind() == kind).map(Row::text).toList();
  }

  @Test
  void a_preview_is_play_task_host_and_signed_lines() {
    List<Row> rows = preview(Set.of());
    assertThat(rows.getFirst().kind()).isEqualTo(Kind.PLAY);
    assertThat(texts(rows, Kind.TASK)).hasSize(17);
    assertThat(texts(rows, Kind.REMOVED)).contains("1.4.3", "pool_size = 40");
    assertThat(texts(rows, Kind.ADDED)).contains("1.4.2", "pool_size = 20");
    assertThat(rows)
        .filteredOn(row -> row.kind() == Kind.FILE)
        .first()
        .extracting(Row::note)
        .isEqualTo("+1 −1");
    assertThat(rows)
        .filteredOn(row -> row.text().equals("Ask for the version"))
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row.look()).isEqualTo(Look.of(Forecast.UNPREDICTABLE));
              assertThat(row.note()).isEqualTo("check mode does not run it");
            });
  }

  @Test
  void a_hidden_forecast_leaves_the_rest_and_no_empty_play() {
    assertThat(texts(preview(EnumSet.of(Forecast.UNCHANGED)), Kind.TASK)).hasSize(7);
    assertThat(preview(EnumSet.allOf(Forecast.class))).isEmpty();
  }

  @Test
  void a_task_that_was_never_come_to_says_so() {
    PreviewReport report =
        new PreviewReport(
            List.of(
                new TaskForecast(
                    "p",
                    "t",
                    "",
                    Forecast.UNPREDICTABLE,
                    "the check run never came to it",
                    List.of())),
            List.of(),
            List.of(),
            List.of());
    Folds folds = new Folds();
    assertThat(PreviewRows.of(report, Set.of(), folds).getLast().fold()).isEqualTo(Fold.CLOSED);
    folds.set("t0", true);
    assertThat(PreviewRows.of(report, Set.of(), folds).getLast().kind()).isEqualTo(Kind.WORDS);
  }

  @Test
  void what_runs_and_what_went_wrong_is_open_the_rest_is_one_line() {
    List<Row> running = RunRows.of(PlaybookFixture.running(), new Folds());
    assertThat(texts(running, Kind.HOST)).containsExactly("web-1", "web-2", "web-3");
    List<Row> broken = RunRows.of(PlaybookFixture.broken(), new Folds());
    assertThat(broken)
        .filteredOn(row -> row.kind() == Kind.HOST)
        .extracting(row -> row.text() + " " + (row.look() == null ? "" : row.look().word()))
        .containsExactly("web-1 changed", "web-2 rescued", "web-3 unreachable", "web-2 failed");
    assertThat(texts(broken, Kind.WORDS)).anyMatch(text -> text.startsWith("Failed to connect"));
    Folds folds = new Folds();
    broken.stream()
        .filter(row -> row.fold() == Fold.OPEN && row.kind() == Kind.TASK)
        .forEach(row -> folds.set(row.key(), false));
    assertThat(texts(RunRows.of(PlaybookFixture.broken(), folds), Kind.HOST)).isEmpty();
  }

  @Test
  void a_task_wears_the_worst_of_its_hosts_and_counts_each_state() {
    TaskNode task =
        PlaybookFixture.named(
            "x",
            "",
            1,
            List.of(
                PlaybookFixture.on("a", HostState.OK, ""),
                PlaybookFixture.on("b", HostState.IGNORED, ""),
                PlaybookFixture.on("c", HostState.OK, "")));
    Row row =
        RunRows.of(
                PlaybookFixture.tree(List.of(task), List.of(), null, List.of(), false), new Folds())
            .get(1);
    assertThat(row.look()).isEqualTo(Look.of(HostState.IGNORED));
    assertThat(row.text()).isEqualTo("(no name) command");
    assertThat(row.note()).isEqualTo("1 ignored · 2 ok");
  }

  @Test
  void counts_are_those_of_the_events_until_ansible_told_its_own() {
    HostCounts soFar = HostCounts.of(PlaybookFixture.running(), List.of());
    assertThat(soFar.recap()).isFalse();
    assertThat(soFar.lines().getFirst().of(HostState.OK)).isEqualTo(10);
    assertThat(soFar.lines().getFirst().of(HostState.CHANGED)).isEqualTo(6);
    assertThat(soFar.lines().getLast().of(HostState.OK)).isEqualTo(9);
    HostCounts recap = HostCounts.of(PlaybookFixture.broken(), List.of());
    assertThat(recap.recap()).isTrue();
    assertThat(recap.lines().getLast().of(HostState.UNREACHABLE)).isEqualTo(1);
    HostCounts printed =
        HostCounts.of(PlaybookTree.EMPTY, List.of(new HostRecap("w", 1, 2, 3, 4, 5, 6, 7)));
    assertThat(printed.lines().getFirst().of(HostState.SKIPPED)).isEqualTo(7);
  }

  @Test
  void gaps_are_named_and_progress_counts_tasks() {
    assertThat(RunProgress.gapWords(PlaybookFixture.broken()))
        .startsWith("2 events are missing (31–32)");
    assertThat(RunProgress.countWords(PlaybookFixture.running())).isEqualTo("10 of 17 tasks done");
    assertThat(RunProgress.countWords(PlaybookTree.EMPTY)).isEmpty();
    assertThat(RunProgress.taskWords(PlaybookTree.EMPTY, true))
        .isEqualTo("Waiting for the playbook's first word");
    assertThat(
            RunProgress.taskWords(
                PlaybookFixture.tree(new ArrayList<>(), List.of(), null, List.of(), false), false))
        .contains("never told its end");
  }

  @Test
  void a_preview_is_valid_stale_different_or_cut_short_by_the_clock() {
    var fresh = PlaybookFixture.preview(130);
    assertThat(PreviewStanding.of(null, "1.4.2", Fixture.NOW).kind())
        .isEqualTo(PreviewStanding.Kind.NONE);
    PreviewStanding valid = PreviewStanding.of(fresh, "1.4.2", Fixture.NOW);
    assertThat(valid.kind()).isEqualTo(PreviewStanding.Kind.VALID);
    assertThat(valid.words().replace('\u00a0', ' '))
        .isEqualTo("for 7 min 50 s, taken 2 min 10 s ago");
    assertThat(PreviewStanding.of(fresh, "1.4.1", Fixture.NOW).kind())
        .isEqualTo(PreviewStanding.Kind.OTHER);
    assertThat(PreviewStanding.of(fresh, "1.4.2", Fixture.NOW.plusSeconds(470)).kind())
        .isEqualTo(PreviewStanding.Kind.STALE);
    var cut =
        new io.signalbox.rollback.RollbackBoard.Preview(
            "1.4.2", "", fresh.takenAt(), fresh.validUntil(), false, fresh.report());
    assertThat(PreviewStanding.of(cut, "1.4.2", Fixture.NOW).kind())
        .isEqualTo(PreviewStanding.Kind.CUT_SHORT);
  }
}
