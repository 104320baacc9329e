package io.signalbox.ui.shell;

import static io.signalbox.ui.fixture.RunbookFixture.NETWORK;
import static io.signalbox.ui.fixture.RunbookFixture.OFFLINE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.signalbox.action.Intent;
import io.signalbox.action.Verdict;
import io.signalbox.model.Finding;
import io.signalbox.model.NextStep;
import io.signalbox.model.Severity;
import io.signalbox.runbook.RunbookProgress;
import io.signalbox.runbook.StepState;
import io.signalbox.snapshot.Snapshot;
import io.signalbox.ui.fixture.FakeDesk;
import io.signalbox.ui.fixture.FakeRunbooks;
import io.signalbox.ui.fixture.Fixture;
import io.signalbox.ui.fixture.Fx;
import io.signalbox.ui.fixture.FxExtension;
import io.signalbox.ui.fixture.RunbookFixture;
import io.signalbox.ui.theme.Theme;
import java.util.List;
import java.util.Map;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Runbooks in the window, worked through by keys alone. */
@ExtendWith(FxExtension.class)
class RunbookWindowTest {
  private final FakeDesk desk = new FakeDesk();
  private @Nullable ConsoleWindow window;

  private RunbookDriver with(FakeRunbooks runbooks) {
    return with(runbooks, Fixture.trouble());
  }

  private RunbookDriver with(FakeRunbooks runbooks, Snapshot snapshot) {
    ConsoleWindow made = Fx.call(() -> Windows.of(snapshot, desk, runbooks, Theme.DARK));
    window = made;
    return new RunbookDriver(made);
  }

  @AfterEach
  void close() {
    ConsoleWindow open = window;
    if (open != null) {
      Fx.run(open::close);
    }
  }

  @Test
  void fromAnAlertToARunningStepInTwoKeys() {
    RunbookDriver driver = with(RunbookFixture.shelf());
    driver.fromAlert(0);
    assertThat(driver.read())
        .contains("Opened for the alert RunnerOffline")
        .contains("from runner shop-runner-a in the profile");
    driver.key(KeyCode.R);
    assertThat(desk.intents)
        .singleElement()
        .isInstanceOfSatisfying(
            Intent.RunbookStep.class,
            step -> {
              assertThat(step.runbook()).isEqualTo(OFFLINE);
              assertThat(step.step()).isEqualTo(1);
              assertThat(step.host()).isEqualTo("runner-a");
              assertThat(step.values())
                  .isEqualTo(Map.of("unit", "actions.runner.acme-shop.shop-runner-a.service"));
            });
    await().until(() -> !desk.approvals.isEmpty());
    driver.settle();
    assertThat(driver.read()).contains("no output yet");
    desk.ended("plan-step-1-runner-a", Verdict.SUCCEEDED_VERIFIED, "Active: active (running)");
    await().until(() -> driver.read().contains("succeeded, verified"));
    assertThat(driver.read()).contains("Active: active (running)");
  }

  @Test
  void anAlertWithoutARunbookSaysWhatWouldLeadToOne() {
    RunbookDriver driver = with(RunbookFixture.shelf());
    driver.fromAlert(4);
    assertThat(driver.read())
        .contains("No runbook for the alert CertificateExpiry")
        .contains("byAlert");
  }

  @Test
  void aFindingIsNamedWhereItLedHere() {
    Snapshot bare = Fixture.trouble();
    Finding finding = bare.findings().getFirst();
    NextStep step = new NextStep(NextStep.Verb.RUNBOOK, OFFLINE, "Open runbook");
    Snapshot snapshot = bare.withFindings(List.of(finding.with(step)));
    RunbookDriver driver = with(RunbookFixture.shelf(), snapshot);
    driver.settle();
    driver.fire(".step-button");
    assertThat(driver.read()).contains("Opened from the finding: " + finding.title());
    assertThat(finding.severity()).isEqualTo(Severity.CRITICAL);
  }

  @Test
  void aMutatingStepOpensItsCardAndAnUnfilledOneSaysWhatIsMissing() {
    desk.changing.add(3);
    FakeRunbooks runbooks = RunbookFixture.shelf();
    RunbookDriver driver = with(runbooks);
    driver.open(OFFLINE);
    driver.key(KeyCode.J);
    driver.key(KeyCode.R);
    assertThat(desk.intents).isEmpty();
    assertThat(driver.read()).contains("Cannot run: not filled in: unit.");
    driver.type(".gap-field", "shop.service");
    assertThat(driver.read()).contains("Cannot run: choose the host that it runs on.");
    driver.fromAlert(0);
    runbooks.kept(
        RunbookProgress.fresh(runbooks.runbook(OFFLINE))
            .begun(
                RunbookFixture.step(runbooks.runbook(OFFLINE), 1), "mira", Fixture.ago(90), "", "")
            .ended(
                RunbookFixture.step(runbooks.runbook(OFFLINE), 1),
                StepState.OK,
                Fixture.ago(60),
                "",
                List.of()));
    driver.fromAlert(0);
    driver.key(KeyCode.J);
    driver.key(KeyCode.J);
    assertThat(driver.read()).contains("mutating").contains("Plan…");
    driver.key(KeyCode.R);
    await().until(() -> Fx.call(() -> window().cardReady().get()));
    assertThat(desk.intents)
        .last()
        .isInstanceOfSatisfying(
            Intent.RunbookStep.class, step -> assertThat(step.step()).isEqualTo(3));
    assertThat(desk.approvals).isEmpty();
  }

  private ConsoleWindow window() {
    return java.util.Objects.requireNonNull(window);
  }

  @Test
  void whatWasWorkedOnIsTakenUpAgainWithEveryState() {
    FakeRunbooks runbooks = RunbookFixture.shelf();
    runbooks.kept(RunbookFixture.worked(runbooks.runbook(OFFLINE)));
    RunbookDriver driver = with(runbooks);
    driver.open(OFFLINE);
    assertThat(driver.read())
        .contains("Resumed, last worked on 7 min ago by mira.")
        .contains("1 of 5 done, 1 skipped, 1 failed, 1 outcome unknown");
    driver.key(KeyCode.J);
    assertThat(driver.read()).contains("Ran OK 14 min ago by mira on runner-a, run again?");
    assertThat(driver.read()).contains("Run again").contains("Kept output");
    driver.key(KeyCode.J);
    driver.key(KeyCode.J);
    assertThat(driver.read())
        .contains("No line of its output has active.")
        .contains("Plan a retry…");
    driver.key(KeyCode.J);
    assertThat(driver.read()).contains("skipped 8 min ago by mira: the disk has 60 % free");
    driver.key(KeyCode.J);
    assertThat(driver.read()).contains("The line was cut while it ran.");
  }

  @Test
  void aStepIsSkippedWithAReasonOnlyAndThePauseHoldsEverything() {
    FakeRunbooks runbooks = RunbookFixture.shelf();
    RunbookDriver driver = with(runbooks);
    driver.fromAlert(0);
    driver.key(KeyCode.S);
    driver.enter(driver.node(".skip-reason"));
    assertThat(runbooks.keptOf(OFFLINE).records()).isEmpty();
    driver.type(".skip-reason", "seen in the dashboard");
    driver.enter(driver.node(".skip-reason"));
    assertThat(runbooks.keptOf(OFFLINE).records().get(1).getLast().state())
        .isEqualTo(StepState.SKIPPED);
    assertThat(driver.read()).contains("seen in the dashboard").contains("Take up again");
    driver.key(KeyCode.P);
    assertThat(driver.read()).contains("Paused: nothing runs until it is taken up again.");
    driver.key(KeyCode.J);
    driver.key(KeyCode.R);
    assertThat(runbooks.asked).isEmpty();
    runbooks.refuse("the disk is full");
    driver.key(KeyCode.P);
    assertThat(driver.read()).contains("It is not kept: the disk is full.");
  }

  @Test
  void aQueryIsAskedAndDrawnBesideItsStep() {
    FakeRunbooks runbooks = RunbookFixture.shelf().answer(RunbookFixture.answer());
    RunbookDriver driver = with(runbooks);
    driver.fromAlert(0);
    driver.key(KeyCode.J);
    driver.key(KeyCode.R);
    await().until(() -> driver.read().contains("hostname=runner-b"));
    driver.settle();
    assertThat(Fx.call(() -> window().scene().lookup(".curve-chart"))).isNotNull();
    assertThat(runbooks.keptOf(OFFLINE).records().get(2).getLast().state()).isEqualTo(StepState.OK);
  }

  @Test
  void severalHostsHaveAPaneEachAndComeOneAfterTheOther() {
    RunbookDriver driver = with(RunbookFixture.shelf());
    driver.open(NETWORK);
    driver.key(KeyCode.J);
    assertThat(driver.read()).contains("on runner-a, runner-b");
    driver.key(KeyCode.R);
    assertThat(driver.read()).contains("runner-b: waits");
    desk.ended("plan-step-1-runner-a", Verdict.SUCCEEDED_VERIFIED, "lo UP");
    await().until(() -> desk.intents.size() == 2);
    assertThat(desk.intents.getLast().runner()).isEqualTo("runner-b");
    driver.settle();
    assertThat(Fx.call(() -> window().scene().getRoot().lookupAll(".host-tab"))).hasSize(2);
  }

  @Test
  void linksOpenInPlaceAndLeadBackAndAnAddressIsShownFirst() {
    RunbookDriver driver = with(RunbookFixture.shelf());
    driver.open(OFFLINE);
    driver.enter(driver.link("network unreachable"));
    assertThat(driver.read()).contains("From the cable up.");
    driver.altLeft();
    assertThat(driver.read()).contains("A runner that is ");
    driver.enter(driver.link("here"));
    assertThat(driver.read())
        .contains("This leads out of the console, to https://example.com/exporter?host=runner-a");
    assertThat(driver.read()).contains("unavailable: no such file in the runbooks' folder");
    driver.altLeft();
    assertThat(Fx.call(() -> window().frame().runbooks().view().reading())).isFalse();
  }

  @Test
  void hostileTextIsInertAndSaid() {
    RunbookDriver driver = with(RunbookFixture.shelf());
    driver.open("hostile.md");
    assertThat(driver.read())
        .contains("links of the kind javascript: are not followed")
        .contains("pictures from elsewhere are not fetched")
        .contains("it leads out of the runbooks' folder")
        .contains("<script>alert(1)</script>")
        .doesNotContain("\u202E")
        .doesNotContain("\u001B");
    driver.key(KeyCode.J);
    driver.key(KeyCode.R);
    assertThat(desk.intents).isEmpty();
  }

  @Test
  void anEditedFileSaysSoAtTheStepThatChanged() {
    FakeRunbooks runbooks = RunbookFixture.shelf();
    runbooks.kept(RunbookFixture.worked(runbooks.runbook(OFFLINE)));
    runbooks.file(OFFLINE, "# Other\n\n```bash\nuptime\n```\n");
    RunbookDriver driver = with(runbooks);
    driver.open(OFFLINE);
    driver.key(KeyCode.J);
    assertThat(driver.read()).contains("Changed since it was approved and ran — read it again.");
  }

  @Test
  void anEmptyShelfSaysWhatWouldFillIt() {
    RunbookDriver driver = with(FakeRunbooks.none().trouble("the folder x cannot be read: gone"));
    Fx.run(() -> window().show(View.RUNBOOKS));
    driver.settle();
    assertThat(driver.read())
        .contains("No folder of runbooks is configured. Name one in the profile")
        .contains("The folder x cannot be read: gone.");
  }

  @Test
  void thePaletteKnowsEveryRunbookAndItsHeadings() {
    RunbookDriver driver = with(RunbookFixture.shelf());
    Fx.run(() -> window().show(View.RUNBOOKS));
    driver.settle();
    List<PaletteEntries.Entry> entries = Fx.call(() -> PaletteEntries.of(window().frame()));
    assertThat(entries)
        .extracting(PaletteEntries.Entry::words)
        .contains(RunbookFixture.LONG, "Runner offline – restore service › Prove it");
  }

  @Test
  void theStepInFocusGrowsAndShrinksAgain() {
    RunbookDriver driver = with(RunbookFixture.shelf());
    driver.fromAlert(0);
    double before = Fx.call(() -> ((Button) driver.node(".run-step")).getFont().getSize());
    driver.key(KeyCode.F);
    assertThat(Fx.call(() -> ((Button) driver.node(".run-step")).getFont().getSize()))
        .isGreaterThan(before);
    driver.key(KeyCode.F);
    assertThat(Fx.call(() -> ((Button) driver.node(".run-step")).getFont().getSize()))
        .isEqualTo(before);
  }

  @Test
  void aHugeRunbookHasNodesForWhatIsInSightOnly() {
    String part = "## Part\n\nSome words that stand here.\n\n```bash\nuptime\n```\n\n- a\n- b\n\n";
    FakeRunbooks runbooks =
        new FakeRunbooks(RunbookFixture.profile(List.of()))
            .file("huge.md", "# Huge\n\n" + part.repeat(14_000));
    RunbookDriver driver = with(runbooks);
    driver.open("huge.md");
    await().until(() -> Fx.call(() -> window().scene().lookup(".block-flow") != null));
    driver.settle();
    assertThat(runbooks.runbook("huge.md").steps()).hasSizeGreaterThan(10_000);
    assertThat(pieces()).isLessThan(60);
    driver.key(KeyCode.END);
    assertThat(pieces()).isLessThan(60);
    driver.key(KeyCode.PAGE_UP);
    driver.key(KeyCode.HOME);
    assertThat(pieces()).isLessThan(60);
  }

  private int pieces() {
    return Fx.call(() -> window().scene().getRoot().lookupAll(".piece").size());
  }
}
