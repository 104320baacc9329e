package io.signalbox.ui.detail;

import io.signalbox.model.Input;
import io.signalbox.model.InputState;
import io.signalbox.model.RunnerTruth;
import io.signalbox.model.Signal;
import io.signalbox.profile.Thresholds;
import io.signalbox.ui.gauge.PercentGauge;
import io.signalbox.ui.kit.Live;
import io.signalbox.ui.kit.Parts;
import io.signalbox.ui.theme.Palette;
import java.util.EnumMap;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** CPU, memory and disk: a dial with the threshold, and the last hour under it. */
final class MachineSection {
  private final Live live;
  private @Nullable Palette worn;
  private final Map<Signal, PercentGauge> gauges = new EnumMap<>(Signal.class);

  MachineSection(Live live) {
    this.live = live;
  }

  Node of(RunnerTruth runner) {
    if (!live.colours().equals(worn)) {
      gauges.clear(); // TilesFX keeps some colours from its first drawing
      worn = live.colours();
    }
    Thresholds limits = live.thresholds();
    HBox row =
        new HBox(
            8,
            column(runner, Signal.CPU, limits.cpuPercent()),
            column(runner, Signal.MEMORY, limits.memoryPercent()),
            column(runner, Signal.DISK, limits.diskPercent()));
    return DetailSections.section("Machine, last 60 min", row);
  }

  private VBox column(RunnerTruth runner, Signal signal, double limit) {
    Input input = runner.input(signal);
    PercentGauge gauge = gauges.computeIfAbsent(signal, _ -> new PercentGauge());
    Double number = input.number();
    boolean known = input.state() == InputState.FRESH || input.state() == InputState.STALE;
    if (number != null && known) {
      gauge.show(number, limit, input.fresh(), live.colours());
    } else {
      gauge.showUnknown();
    }
    String standing =
        input.fresh() ? "limit " + Math.round(limit) + "\u00a0%" : input.state().word();
    Label name = Parts.label(signal.word(), "secondary");
    Label note = Parts.label(standing, "caption");
    VBox column =
        Parts.column(
            4,
            name,
            gauge,
            new TrendChart(runner.trends().get(signal), limit, live.colours(), live.now()),
            note);
    column.setAlignment(Pos.TOP_CENTER);
    column.setMinWidth(PercentGauge.WIDTH);
    column.setMaxWidth(PercentGauge.WIDTH);
    column.setAccessibleText(
        signal.word() + " " + (number == null ? "not known" : Math.round(number) + " percent"));
    return column;
  }

  /** The dial of a signal; for tests. */
  PercentGauge gauge(Signal signal) {
    return gauges.computeIfAbsent(signal, _ -> new PercentGauge());
  }
}
