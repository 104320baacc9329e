package io.signalbox.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.signalbox.action.ActionRun;
import io.signalbox.action.Intent;
import io.signalbox.action.Verdict;
import io.signalbox.ansible.Forecast;
import io.signalbox.ansible.PlaybookTree;
import io.signalbox.model.Finding;
import io.signalbox.model.NextStep;
import io.signalbox.model.Severity;
import io.signalbox.rollback.RollbackBoard;
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
import io.signalbox.ui.fixture.Seen;
import io.signalbox.ui.theme.Theme;
import io.signalbox.ui.timeline.TimelinePick;
import java.util.List;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListCell;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The rollback in the window, in every state that a control host can be found in. */
@ExtendWith(FxExtension.class)
class RollbackWindowTest {
  private static final String RUN = FakeRollbacks.run(Verdict.RUNNING, List.of(), null).id();

  private final FakeRollbacks door = new FakeRollbacks();
  private final FakeDesk desk = new FakeDesk();
  private ConsoleWindow window;

  @AfterEach
  void stop() {
    Fx.run(window::close);
  }

  private void open(Snapshot snapshot) {
    window = Fx.call(() -> Windows.of(snapshot, desk, (RollbackDoor) door, Theme.DARK));
  }

  private void page() {
    open(Fixture.calm());
    Fx.run(() -> window.show(View.ROLLBACK));
    settle();
  }

  @Test
  void without_a_section_in_the_profile_the_page_says_what_would_fill_it() {
    window = Fx.call(() -> Windows.of(Fixture.calm(), desk, FakeJournal.empty(), Theme.DARK));
    Fx.run(() -> window.show(View.ROLLBACK));
    settle();
    assertThat(shown()).anyMatch(text -> text.contains("set rollback.playbook"));
    assertThat(window.scene().lookup(".rollback-button")).isNull();
  }

  @Test
  void nothing_is_asked_before_the_page_is_shown_and_nothing_is_preselected() {
    open(Fixture.calm());
    assertThat(door.looked).isEmpty();
    Fx.run(() -> window.show(View.ROLLBACK));
    settle();
    assertThat(door.looked).containsExactly("");
    assertThat(radios()).isNotEmpty().noneMatch(RadioButton::isSelected);
    assertThat(button(".rollback-button").isDisabled()).isTrue();
    assertThat(said(".why-not")).startsWith("Pick the version to go back to");
  }

  @Test
  void the_version_that_runs_is_there_but_refused() {
    page();
    RadioButton current = radio("1.4.3");
    assertThat(current.isDisabled()).isTrue();
    assertThat(shown()).contains("refused: it is the version that runs already");
    Fx.run(
        () -> {
          TextField other = (TextField) find(".other-version");
          other.setText("1.4.3");
          other.fireEvent(new javafx.event.ActionEvent());
        });
    assertThat(shown()).anyMatch(text -> text.startsWith("1.4.3 is the version that runs already"));
    assertThat(door.looked).containsExactly("");
  }

  @Test
  void picked_looked_at_previewed_reasoned_and_asked_for() {
    page();
    pick("1.4.2");
    settle();
    assertThat(door.looked).containsExactly("", "1.4.2");
    assertThat(shown()).contains("3 of 3 answered within 1.2 s");
    Button tryOut = button("Preview 1.4.2");
    Fx.run(tryOut::fire);
    settle();
    assertThat(desk.intents)
        .containsExactly(
            new Intent.PreviewRollback("1.4.2", List.of(), Intent.Acknowledged.NOTHING));
    Fx.run(window::closeOverlays);
    Fx.run(() -> door.board().show(PlaybookFixture.preview(130)));
    await()
        .until(
            () ->
                shown().stream()
                    .anyMatch(text -> text.startsWith("Preview covers 14 of 17 tasks")));
    write(".incident-text", "INC-4711");
    write(".why-text", "checkout fails");
    Button go = button("Roll back production to 1.4.2…");
    assertThat(go.isDisabled()).isFalse();
    Fx.run(go::fire);
    settle();
    assertThat(desk.intents.getLast())
        .isEqualTo(
            new Intent.Rollback(
                "1.4.2", "checkout fails", "INC-4711", "", List.of(), Intent.Acknowledged.NOTHING));
    assertThat(shown())
        .anyMatch(text -> text.startsWith("covers 14 of 17 tasks; 3 cannot be predicted"));
    assertThat(window.frame().actions().card()).isNotNull();
  }

  @Test
  void a_migration_in_between_is_asked_about() {
    page();
    write(".incident-text", "INC-4711");
    write(".why-text", "checkout fails");
    pick("1.4.1");
    settle();
    assertThat(said(".why-not")).contains("Say that you know of the database migration");
    Fx.run(() -> ((CheckBox) find(".migration-known")).setSelected(true));
    assertThat(button(".rollback-button").isDisabled()).isFalse();
  }

  @Test
  void a_preview_is_marked_stale_or_different() {
    page();
    pick("1.4.2");
    Fx.run(() -> door.board().show(PlaybookFixture.preview(740)));
    await().until(() -> shown().stream().anyMatch(text -> text.startsWith("stale: taken 12")));
    Fx.run(() -> door.board().show(PlaybookFixture.preview(30)));
    await().until(() -> shown().stream().anyMatch(text -> text.startsWith("valid: for 9")));
    pick("1.4.1");
    await().until(() -> shown().stream().anyMatch(text -> text.startsWith("different: of 1.4.2")));
  }

  @Test
  void the_counts_of_a_preview_hide_and_show_their_tasks() {
    page();
    Fx.run(() -> door.board().show(PlaybookFixture.preview(30)));
    await().until(() -> shown().stream().anyMatch(text -> text.equals("3 cannot be predicted")));
    assertThat(shown()).contains("3 will change", "10 unchanged", "1 skipped by its condition");
    assertThat(cells()).anyMatch(text -> text.contains("Take the lock"));
    Fx.run(() -> ((ToggleButton) labeled("10 unchanged")).fire());
    settle();
    assertThat(cells()).noneMatch(text -> text.contains("Take the lock"));
    assertThat(Forecast.values()).hasSize(4);
  }

  @Test
  void versions_that_are_not_known_are_said_to_be_so() {
    door.finds(_ -> RollbackFixture.blind());
    page();
    assertThat(shown()).contains("not known").anyMatch(text -> text.startsWith("state file: /var"));
    assertThat(radios()).isEmpty();
    assertThat(shown()).anyMatch(text -> text.startsWith("No version to go back to was found"));
  }

  @Test
  void a_look_that_failed_says_why() {
    door.fails("cannot look at control-1: connection refused. Check that it runs.");
    page();
    await()
        .until(() -> shown().stream().anyMatch(text -> text.contains("cannot look at control-1")));
    assertThat(button("Read again").isDisabled()).isFalse();
  }

  @Test
  void a_partial_state_stands_across_the_window_until_it_is_acknowledged() {
    door.finds(RollbackFixture::disagreeing);
    page();
    await()
        .until(
            () -> shown().stream().anyMatch(text -> text.startsWith("PARTIAL STATE: job deploy")));
    assertThat(shown()).anyMatch(text -> text.startsWith("They disagree: declared 1.4.3"));
    Fx.run(() -> window.show(View.FLEET));
    assertThat(shown()).anyMatch(text -> text.startsWith("PARTIAL STATE"));
    press("Acknowledge…");
    assertThat(button("Acknowledge").isDisabled()).isTrue();
    write(".partial-known", "run 412 was cut off, mira looks after it");
    press("Acknowledge");
    assertThat(shown()).noneMatch(text -> text.startsWith("PARTIAL STATE"));
  }

  @Test
  void a_running_playbook_grows_in_its_card() {
    door.board().show(RUN, PlaybookFixture.running());
    run(FakeRollbacks.run(Verdict.RUNNING, List.of(), null));
    assertThat(shown()).contains("10 of 17 tasks done", "Start the backend");
    assertThat(hosts())
        .contains(
            "web-2, 9 ok, 6 changed, 0 failed, 0 unreachable, 0 rescued,"
                + " 0 ignored, 1 skipped");
    Fx.run(() -> door.board().show(RUN, PlaybookFixture.whole()));
    await().until(() -> shown().stream().anyMatch(text -> text.equals("17 of 17 tasks done")));
  }

  @Test
  void what_failed_or_was_not_reached_can_be_prepared_again_alone() {
    door.board().show(RUN, PlaybookFixture.broken());
    door.board()
        .show(
            RUN,
            new RollbackBoard.Result(
                4, PlaybookFixture.broken().recap(), List.of("web-2", "web-3")));
    run(FakeRollbacks.run(Verdict.PARTIAL, List.of(), "exit code 4"));
    assertThat(shown()).contains("Failed or not reached: web-2, web-3");
    assertThat(shown()).anyMatch(text -> text.startsWith("2 events are missing (31–32)"));
    assertThat(hosts())
        .anyMatch(text -> text.contains("1 unreachable"))
        .anyMatch(text -> text.contains("1 failed, 0 unreachable, 1 rescued"));
    press("Prepare it for these 2 hosts…");
    settle();
    assertThat(window.frame().view()).isEqualTo(View.ROLLBACK);
    assertThat(shown()).contains("Only on web-2, web-3");
    assertThat(desk.intents).isEmpty();
  }

  @Test
  void health_that_is_older_than_the_run_says_nothing_about_it() {
    door.board().show(RollbackFixture.well(Fixture.ago(600)));
    door.board().show(RUN, PlaybookFixture.whole());
    run(FakeRollbacks.run(Verdict.SUCCEEDED_UNVERIFIED, List.of(), null));
    assertThat(shown()).doesNotContain("Health afterwards");
    Fx.run(() -> door.board().show(RollbackFixture.well(Fixture.ago(4))));
    await().until(() -> shown().stream().anyMatch(text -> text.equals("Health afterwards")));
  }

  @Test
  void a_thousand_tasks_need_no_more_nodes_than_are_in_sight() {
    door.board().show(RUN, PlaybookFixture.many(1000));
    run(FakeRollbacks.run(Verdict.RUNNING, List.of(), null));
    settle();
    long rows =
        Fx.call(
            () -> Seen.nodes(window.scene().getRoot()).filter(ListCell.class::isInstance).count());
    assertThat(rows).isLessThan(120);
    PlaybookTree more = PlaybookFixture.many(1001);
    Fx.run(() -> door.board().show(RUN, more));
    await().until(() -> shown().stream().anyMatch(text -> text.equals("1000 of 1001 tasks done")));
    assertThat(cells()).anyMatch(text -> text.contains("running"));
  }

  @Test
  void findings_deployments_and_the_palette_lead_here() {
    Snapshot trouble = Fixture.trouble();
    Finding bad =
        new Finding("deploy-bad", Severity.CRITICAL, "1.4.3 is bad.", "e", "Roll back.", null)
            .with(new NextStep(NextStep.Verb.ROLLBACK, "1.4.2", "Roll back to 1.4.2…"));
    open(trouble.withFindings(List.of(bad)));
    press("Roll back to 1.4.2…");
    settle();
    assertThat(window.frame().view()).isEqualTo(View.ROLLBACK);
    assertThat(radio("1.4.2").isSelected()).isTrue();
    Fx.run(
        () -> {
          window.show(View.LINE);
          window.frame().pick(new TimelinePick.OfDeployment(906));
        });
    settle();
    press("Roll back to this…");
    assertThat(window.frame().view()).isEqualTo(View.ROLLBACK);
    assertThat(Fx.call(() -> PaletteEntries.of(window.frame())))
        .extracting(PaletteEntries.Entry::words)
        .contains("Rollback", "Roll back to an older version…", "Ask for production's health");
  }

  @Test
  void health_is_asked_by_itself() {
    page();
    assertThat(shown()).anyMatch(text -> text.startsWith("Not asked yet"));
    press("Ask now");
    await()
        .until(
            () ->
                shown().stream()
                    .anyMatch(text -> text.equals("Backend: health: HTTP 503 after 3 attempts")));
    assertThat(shown()).contains("failed", "unknown", "warning", "not configured", "blocks");
  }

  private void press(String text) {
    Button button = button(text);
    Fx.run(button::fire);
  }

  private void pick(String version) {
    RadioButton radio = radio(version);
    Fx.run(radio::fire);
    settle();
  }

  private void run(ActionRun run) {
    desk.publish(run);
    open(Fixture.calm());
    Fx.run(() -> window.frame().actions().open(run));
    settle();
  }

  private void settle() {
    Fx.run(
        () -> {
          for (int pass = 0; pass < 3; pass++) {
            window.scene().getRoot().applyCss();
            window.scene().getRoot().layout();
          }
        });
  }

  /** All words that can be read now. */
  private List<String> shown() {
    return Fx.call(
        () ->
            Seen.nodes(window.scene().getRoot())
                .filter(Labeled.class::isInstance)
                .map(node -> ((Labeled) node).getText())
                .filter(Objects::nonNull)
                .map(text -> text.replace('\u00a0', ' '))
                .toList());
  }

  private List<String> cells() {
    settle();
    return accessible(".tree-row");
  }

  private List<String> hosts() {
    settle();
    return accessible(".host-row");
  }

  private List<String> accessible(String style) {
    return Fx.call(
        () ->
            window.scene().getRoot().lookupAll(style).stream()
                .map(Node::getAccessibleText)
                .filter(Objects::nonNull)
                .toList());
  }

  private Node find(String selector) {
    return Objects.requireNonNull(window.scene().lookup(selector), selector);
  }

  private Labeled labeled(String text) {
    return (Labeled)
        Seen.nodes(window.scene().getRoot())
            .filter(node -> node instanceof Labeled one && text.equals(one.getText()))
            .findFirst()
            .orElseThrow(() -> new AssertionError("nothing says " + text));
  }

  private Button button(String what) {
    return Fx.call(() -> (Button) (what.startsWith(".") ? find(what) : labeled(what)));
  }

  private String said(String selector) {
    return Fx.call(() -> ((Labeled) find(selector)).getText());
  }

  private void write(String selector, String text) {
    Fx.run(() -> ((TextField) find(selector)).setText(text));
  }

  private List<RadioButton> radios() {
    return Fx.call(
        () ->
            Seen.nodes(window.scene().getRoot())
                .filter(RadioButton.class::isInstance)
                .map(RadioButton.class::cast)
                .toList());
  }

  private RadioButton radio(String version) {
    return radios().stream()
        .filter(radio -> version.equals(radio.getText()))
        .findFirst()
        .orElseThrow();
  }
}
