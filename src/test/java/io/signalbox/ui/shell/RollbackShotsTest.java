package io.signalbox.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.signalbox.action.ActionRun;
import io.signalbox.action.Evidence;
import io.signalbox.action.Evidence.Result;
import io.signalbox.action.Intent;
import io.signalbox.action.Verdict;
import io.signalbox.ansible.HostState;
import io.signalbox.ansible.PlaybookTree;
import io.signalbox.ansible.TaskNode;
import io.signalbox.rollback.RollbackDoor;
import io.signalbox.snapshot.Snapshot;
import io.signalbox.ui.fixture.FakeDesk;
import io.signalbox.ui.fixture.FakeJournal;
import io.signalbox.ui.fixture.FakeRollbacks;
import io.signalbox.ui.fixture.Fixture;
import io.signalbox.ui.fixture.Fx;
import io.signalbox.ui.fixture.FxExtension;
import io.signalbox.ui.fixture.PlaybookFixture;
import io.signalbox.ui.fixture.RollbackFixture;
import io.signalbox.ui.theme.Theme;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Writes the pictures of the rollback in every state, in both themes. */
@ExtendWith(FxExtension.class)
class RollbackShotsTest {
  private static final Path FOLDER =
      Path.of(System.getProperty("project.directory", "."), "screenshots");
  private static final String LONG_VERSION =
      "2026.11.20-vorabversion.16+datenbankwiederherstellung.sha9e8d7c6";
  private static final String RUN = FakeRollbacks.run(Verdict.RUNNING, List.of(), null).id();

  private final FakeRollbacks door = new FakeRollbacks();
  private final FakeDesk desk = new FakeDesk();
  private ActionRun shown = FakeRollbacks.run(Verdict.RUNNING, List.of(), null);

  @Test
  void ready_to_go() {
    door.board().show(RollbackFixture.well(Fixture.ago(12)));
    door.board().show(PlaybookFixture.preview(130));
    page("rollback-page", Fixture.calm(), "1.4.2");
  }

  @Test
  void a_migration_in_between_and_a_preview_of_another_version() {
    door.board().show(PlaybookFixture.preview(130));
    page("rollback-migration", Fixture.calm(), "1.4.1");
  }

  @Test
  void production_is_half_done() {
    door.finds(RollbackFixture::disagreeing);
    door.board().show(RollbackFixture.ill());
    door.board().show(PlaybookFixture.preview(740));
    page("rollback-partial", Fixture.trouble(), "1.4.2");
  }

  @Test
  void nothing_is_known() {
    door.finds(_ -> RollbackFixture.blind());
    page("rollback-unknown", Fixture.calm(), "");
  }

  @Test
  void nothing_is_configured() {
    shot("rollback-not-configured", Fixture.calm(), null, window -> window.show(View.ROLLBACK));
  }

  @Test
  void names_as_long_as_they_get() {
    door.finds(RollbackFixture::longNames);
    page("rollback-long-names", Fixture.longNames(), LONG_VERSION);
  }

  @Test
  void the_card() {
    shot(
        "rollback-card",
        Fixture.calm(),
        door,
        window ->
            window
                .frame()
                .actions()
                .propose(
                    new Intent.Rollback(
                        "1.4.2", "x", "y", "", List.of(), Intent.Acknowledged.NOTHING)));
  }

  @Test
  void while_it_runs() {
    door.board().show(RUN, PlaybookFixture.running());
    run("rollback-run", FakeRollbacks.run(Verdict.RUNNING, List.of(), null));
  }

  @Test
  void two_hosts_went_wrong() {
    door.board().show(RUN, PlaybookFixture.broken());
    door.board()
        .show(
            RUN,
            new io.signalbox.rollback.RollbackBoard.Result(
                2, PlaybookFixture.broken().recap(), List.of("web-2", "web-3")));
    run(
        "rollback-run-partial",
        FakeRollbacks.run(
            Verdict.PARTIAL,
            List.of(
                new Evidence("web-1 runs 1.4.2", Result.PROVED, "1.4.2", Fixture.ago(9)),
                new Evidence("web-2 runs 1.4.2", Result.DISPROVED, "1.4.3", Fixture.ago(9)),
                new Evidence("web-3 runs 1.4.2", Result.NOT_READABLE, "timed out", Fixture.ago(9))),
            "exit code 4; failed on web-2; unreachable: web-3. For these alone: --limit"
                + " web-2,web-3"));
  }

  @Test
  void verified() {
    door.board().show(RUN, PlaybookFixture.whole());
    door.board().show(RollbackFixture.well(Fixture.ago(6)));
    run(
        "rollback-run-verified",
        FakeRollbacks.run(
            Verdict.SUCCEEDED_VERIFIED,
            List.of(
                new Evidence("version endpoint says 1.4.2", Result.PROVED, "1.4.2", Fixture.ago(9)),
                new Evidence("web-1 runs 1.4.2", Result.PROVED, "1.4.2", Fixture.ago(9)),
                new Evidence("health", Result.PROVED, "no blocking check failed", Fixture.ago(6))),
            null));
  }

  @Test
  void a_thousand_tasks() {
    door.board().show(RUN, PlaybookFixture.many(1000));
    run("rollback-run-1000", FakeRollbacks.run(Verdict.RUNNING, List.of(), null));
  }

  @Test
  void hostile_and_long_names() {
    PlaybookTree running = PlaybookFixture.running();
    List<TaskNode> tasks = new ArrayList<>(running.plays().getFirst().tasks().subList(0, 3));
    tasks.add(
        PlaybookFixture.named(
            "x",
            "_mnemonic & <b>bold</b> %s ${x} auslieferungsfreigabe-produktionsumgebung-frankfurt-"
                + "am-main-datenbankwiederherstellung",
            1,
            List.of(
                PlaybookFixture.on(
                    "auslieferungsfreigabe-produktionsumgebung-frankfurt-webserver-c",
                    HostState.FAILED,
                    "a message that goes on and on, ".repeat(12)))));
    door.board().show(RUN, PlaybookFixture.tree(tasks, List.of(), null, List.of(), false));
    run("rollback-run-long-names", FakeRollbacks.run(Verdict.RUNNING, List.of(), null));
  }

  private void page(String name, Snapshot snapshot, String target) {
    shot(name, snapshot, door, window -> window.frame().openRollback(target));
  }

  private void run(String name, ActionRun run) {
    shown = run;
    shot(name, Fixture.calm(), door, window -> window.frame().actions().open(run));
  }

  private void shot(
      String name,
      Snapshot snapshot,
      @org.jspecify.annotations.Nullable RollbackDoor rollbacks,
      java.util.function.Consumer<ConsoleWindow> act) {
    for (Theme theme : Theme.values()) {
      Path png = FOLDER.resolve(name + "-" + theme.name().toLowerCase(Locale.ROOT) + ".png");
      desk.publish(shown);
      ConsoleWindow window =
          Fx.call(
              () ->
                  rollbacks == null
                      ? Windows.of(snapshot, desk, FakeJournal.empty(), theme)
                      : Windows.of(snapshot, desk, rollbacks, theme));
      Fx.run(() -> act.accept(window));
      Fx.picture(window.scene(), png);
      Fx.run(window::close);
      assertThat(png).isNotEmptyFile();
    }
  }
}
