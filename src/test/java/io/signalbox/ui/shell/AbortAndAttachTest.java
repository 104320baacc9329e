package io.signalbox.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.signalbox.action.ActionRun;
import io.signalbox.action.HostRun;
import io.signalbox.action.Intent;
import io.signalbox.action.RunsOnHosts;
import io.signalbox.action.Verdict;
import io.signalbox.interlock.Approval;
import io.signalbox.ui.fixture.FakeDesk;
import io.signalbox.ui.fixture.FakeJournal;
import io.signalbox.ui.fixture.Fixture;
import io.signalbox.ui.fixture.Fx;
import io.signalbox.ui.fixture.FxExtension;
import io.signalbox.ui.theme.Theme;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.layout.HBox;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A run can be ended from its own card, and one that nobody watches can be read again. */
@ExtendWith(FxExtension.class)
class AbortAndAttachTest {
  private final FakeDesk desk = new FakeDesk();
  private ConsoleWindow window;

  @BeforeEach
  void open() {
    window = Fx.call(() -> Windows.of(Fixture.trouble(), desk, FakeJournal.night(), Theme.DARK));
  }

  @AfterEach
  void close() {
    Fx.run(window::close);
  }

  private ActionRun going() {
    var plan = FakeDesk.restartPlan("shop-runner-a", false);
    desk.approve(plan, new Approval(plan.hash(), "", "", "mira", Fixture.NOW));
    return desk.runs().getFirst();
  }

  @Test
  void aRunThatGoesOnCanBeAbortedByACardAndOneThatIsOverCannot() {
    ActionRun run = going();
    Fx.run(() -> window.frame().actions().open(run));
    await().until(() -> Fx.call(() -> window.frame().actions().run() != null));
    await().until(() -> Fx.call(() -> find(".abort-button").isVisible()));
    Fx.run(() -> ((Button) find(".abort-button")).fire());
    assertThat(desk.intents)
        .containsExactly(new Intent.AbortRun("shop-host-1", run.id(), Duration.ofSeconds(30)));
    await().until(() -> Fx.call(() -> window.frame().actions().card() != null));
    assertThat(desk.approvals).as("only the first run was approved").hasSize(1);
    Fx.run(window::closeOverlays);
    desk.publish(FakeDesk.verifiedRun("shop-runner-a"));
    Fx.run(() -> window.frame().actions().open(desk.runs().getFirst()));
    await()
        .until(
            () ->
                Fx.call(
                    () ->
                        ((Labeled) find(".verdict")).getText().contains("verified")
                            && !find(".abort-button").isVisible()));
  }

  private Node find(String selector) {
    window.scene().getRoot().applyCss();
    window.scene().getRoot().layout();
    return window.scene().lookup(selector);
  }

  /** Runs that nobody watches, as they stand there. */
  private List<Node> rows() {
    return Fx.call(
        () -> {
          boolean there = find(".unwatched") != null;
          return there
              ? List.copyOf(window.scene().getRoot().lookupAll(".unwatched-run"))
              : List.of();
        });
  }

  private String said() {
    return Fx.call(() -> ((Labeled) window.scene().lookup(".unwatched-words")).getText());
  }

  private HBox row(int index) {
    return (HBox) rows().get(index);
  }

  private static void press(HBox row, String text) {
    Fx.run(
        () ->
            row.getChildren().stream()
                .filter(node -> node instanceof Button button && button.getText().equals(text))
                .map(Button.class::cast)
                .findFirst()
                .orElseThrow()
                .fire());
  }

  @Test
  void whatHasNoOutcomeHereIsListedAndAttachedTo() {
    Fx.run(() -> window.show(View.RUNS));
    assertThat(rows()).hasSize(1);
    press(row(0), "Attach");
    assertThat(desk.intents)
        .singleElement()
        .satisfies(intent -> assertThat(((Intent.AttachRun) intent).run()).isEqualTo("01KB3F2C"));
  }

  @Test
  void theHostsAreAskedAndSayWhatTheyKeepAndWhoIsSilent() {
    HostRun place = new HostRun("shop-host-2", "01KB3F99");
    desk.onHosts(
        new RunsOnHosts(
            List.of(
                new RunsOnHosts.Row(
                    place,
                    "running",
                    Verdict.RUNNING,
                    "2026-01-05T03:12:00Z",
                    "bela",
                    "run-command: sleep 600",
                    true)),
            Map.of("shop-host-3", "nothing listens on 192.0.2.53:22")));
    Fx.run(() -> window.show(View.RUNS));
    Fx.run(() -> ((Button) find(".unwatched-look")).fire());
    await().until(() -> said().contains("1 run"));
    assertThat(said()).contains("shop-host-3 did not answer: nothing listens");
    press(row(1), "Abort…");
    assertThat(desk.intents).containsExactly(place.abort());
  }
}
