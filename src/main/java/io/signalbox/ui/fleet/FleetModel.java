package io.signalbox.ui.fleet;

import io.signalbox.model.RunnerState;
import io.signalbox.model.RunnerTruth;
import io.signalbox.ui.fx.FxAssert;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The runners in the order shown, and which troubles were not looked at yet. FX thread only. */
final class FleetModel {
  private final Map<String, RunnerState> before = new HashMap<>();
  private final Set<String> unseen = new HashSet<>();
  private List<RunnerTruth> all = List.of();
  private List<RunnerTruth> shown = List.of();
  private FleetOrder order = FleetOrder.ALL;

  void runners(List<RunnerTruth> runners) {
    FxAssert.onFxThread();
    boolean first = before.isEmpty();
    for (RunnerTruth runner : runners) {
      RunnerState old = before.put(runner.name(), runner.state());
      boolean worse = old != null && runner.state().rank() < old.rank();
      if (!first && worse && runner.state().rank() <= RunnerState.UNKNOWN.rank()) {
        unseen.add(runner.name());
      }
    }
    all = runners;
    shown = order.apply(all);
  }

  void order(FleetOrder next) {
    FxAssert.onFxThread();
    order = next;
    shown = order.apply(all);
  }

  FleetOrder order() {
    return order;
  }

  List<RunnerTruth> all() {
    return all;
  }

  List<RunnerTruth> shown() {
    return shown;
  }

  boolean unseen(String runner) {
    return unseen.contains(runner);
  }

  void seen(String runner) {
    unseen.remove(runner);
  }

  /** The place of a runner among those shown, below 0 when it is not shown. */
  int indexOf(String runner) {
    for (int i = 0; i < shown.size(); i++) {
      if (shown.get(i).name().equals(runner)) {
        return i;
      }
    }
    return -1;
  }
}
