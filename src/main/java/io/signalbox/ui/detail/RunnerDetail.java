package io.signalbox.ui.detail;

import io.signalbox.model.RunnerTruth;
import io.signalbox.ui.fx.Subscriptions;
import io.signalbox.ui.kit.DetailFrame;
import io.signalbox.ui.kit.Live;
import io.signalbox.ui.kit.Parts;
import io.signalbox.ui.kit.RunnerCommands;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Everything known of the selected runner, and what can be done with it. FX thread only. */
public final class RunnerDetail extends VBox implements AutoCloseable {
  private final Live live;
  private final ObservableValue<String> selected;
  private final Consumer<URI> browser;
  private final Subscriptions subscriptions = new Subscriptions();
  private final List<Consumer<Instant>> ticks = new ArrayList<>();
  private final Label name = Parts.name("", "detail-name");
  private final Label role = Parts.label("", "role-chip");
  private final VBox body = Parts.column(0);
  private final Button check;
  private final Button restart;
  private final Button failover;
  private final RunnerCommands commands;
  private final Label whyNot = Parts.paragraph("", "caption");
  private final MachineSection machine;
  private @Nullable RunnerTruth shown;

  /** Follows the selection; {@code close} is what its cross does. */
  public RunnerDetail(
      Live live,
      ObservableValue<String> selected,
      RunnerCommands commands,
      Consumer<URI> browser,
      Runnable close) {
    this.live = live;
    this.selected = selected;
    this.browser = browser;
    this.commands = commands;
    machine = new MachineSection(live);
    getStyleClass().add("detail");
    check = Parts.button("Check service", () -> commands.checkService(selected.getValue()));
    restart = Parts.button("Restart service…", () -> commands.restartService(selected.getValue()));
    failover =
        Parts.button("Plan failover from here…", () -> commands.planFailover(selected.getValue()));
    Parts.visible(failover, false);
    role.setMinWidth(USE_PREF_SIZE);
    getChildren()
        .addAll(DetailFrame.header(close, name, role), DetailFrame.scroll(body), actions());
    subscriptions.on(live.snapshot(), _ -> rebuild(false));
    subscriptions.on(selected, _ -> rebuild(true));
    subscriptions.on(live.palette(), _ -> rebuild(true));
    subscriptions.on(live.clock().nowProperty(), now -> ticks.forEach(tick -> tick.accept(now)));
  }

  private VBox actions() {
    HBox buttons = Parts.row(8, check, restart);
    VBox actions = Parts.column(8, whyNot, failover, buttons);
    actions.getStyleClass().add("detail-actions");
    return actions;
  }

  private void rebuild(boolean always) {
    RunnerTruth runner = live.latest().runner(selected.getValue()).orElse(null);
    if (runner == null) {
      gone();
      return;
    }
    if (!always && runner.equals(shown)) {
      return;
    }
    shown = runner;
    Parts.visible(failover, commands.hasRole(runner.name()));
    name.setText(runner.name());
    Parts.tip(name, runner.name());
    role.setText(runner.role().word());
    Parts.visible(role, !runner.role().word().isEmpty());
    ticks.clear();
    DetailSections sections = new DetailSections(runner, live, ticks);
    body.getChildren()
        .setAll(
            sections.state(),
            sections.why(),
            sections.job(browser),
            machine.of(runner),
            sections.history(),
            sections.inputs(),
            sections.labels());
    possible(
        runner.unit().isEmpty()
            ? "No action is possible: the profile names no service unit and host for this runner."
                + " Add it under runners."
            : "");
  }

  private void gone() {
    shown = null;
    Parts.visible(failover, false);
    ticks.clear();
    name.setText(selected.getValue().isEmpty() ? "Nothing selected" : selected.getValue());
    Parts.visible(role, false);
    body.getChildren()
        .setAll(
            Parts.paragraph(
                selected.getValue().isEmpty()
                    ? "Select a runner to see why it is in its state."
                    : "No source names this runner any more. It may have been removed from GitHub"
                        + " and from the profile.",
                "secondary"));
    possible("No action is possible without a known runner.");
  }

  private void possible(String reason) {
    whyNot.setText(reason);
    Parts.visible(whyNot, !reason.isEmpty());
    check.setDisable(!reason.isEmpty());
    restart.setDisable(!reason.isEmpty());
  }

  Button checkButton() {
    return check;
  }

  Button restartButton() {
    return restart;
  }

  Button failoverButton() {
    return failover;
  }

  MachineSection machine() {
    return machine;
  }

  String shownName() {
    return name.getText();
  }

  String whyNotText() {
    return whyNot.getText();
  }

  @Override
  public void close() {
    subscriptions.close();
  }
}
