package io.signalbox.ui.shell;

import io.signalbox.failover.FailoverState;
import io.signalbox.model.NextStep;
import io.signalbox.model.WorkflowRun;
import io.signalbox.ui.failover.AlarmBell;
import io.signalbox.ui.failover.FailoverAlarm;
import io.signalbox.ui.failover.FailoverPresses;
import io.signalbox.ui.failover.FailoverView;
import io.signalbox.ui.kit.Later;
import io.signalbox.ui.kit.Live;
import io.signalbox.ui.shell.MiddleViews.Entry;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.layout.StackPane;

/** Failover in this window: its view, its alarm, and the ways that lead there. FX thread only. */
final class FailoverPart implements AutoCloseable {
  private static final double BESIDE_RAIL = 84;
  private static final double ABOVE_FOOT = 46;

  private final ConsoleContext context;
  private final Live live;
  private final Runnable show;
  private final Later<FailoverView> view;
  private final AlarmBell bell;
  private final FailoverAlarm alarm;

  /**
   * A part of the window.
   *
   * @param details shows a runner's details
   * @param show brings the view to the middle
   */
  FailoverPart(
      ConsoleContext context,
      Live live,
      ConsoleFrame.Feeds feeds,
      ActionFlow actions,
      Consumer<String> details,
      Runnable show) {
    this.context = context;
    this.live = live;
    this.show = show;
    FailoverPresses presses = new FailoverPresses(actions::propose, details, actions::open);
    view =
        Later.of(
            () ->
                new FailoverView(live, context.profile(), feeds.runs(), feeds.journal(), presses));
    bell = new AlarmBell(context.notifier(), place(context, live));
    alarm = new FailoverAlarm(live, context.profile(), bell, this::from);
    // on the left: the buttons of details and pages are on the right, and nothing may come between
    // a click that is on its way and what it was meant for
    StackPane.setAlignment(alarm, Pos.BOTTOM_LEFT);
    StackPane.setMargin(alarm, new Insets(0, 0, ABOVE_FOOT, BESIDE_RAIL));
  }

  Entry entry() {
    return Entry.of(view.get());
  }

  FailoverView view() {
    return view.get();
  }

  FailoverAlarm alarm() {
    return alarm;
  }

  AlarmBell bell() {
    return bell;
  }

  private static String place(ConsoleContext context, Live live) {
    String mark = context.mark().word().isEmpty() ? "" : context.mark().word() + " · ";
    return mark + live.latest().environment().toUpperCase(Locale.ROOT);
  }

  /** Where a finding's step leads. */
  void step(NextStep step) {
    switch (step.verb()) {
      case FAILOVER, FAILBACK -> from(step.subject());
      case EXPLAIN -> explain(step.subject());
      default -> throw new IllegalArgumentException("no step of failover: " + step.verb());
    }
  }

  /** Shows the role of this runner, and who could take it over. */
  void from(String runner) {
    show.run();
    view.get().about(runner);
  }

  private void explain(String run) {
    show.run();
    view.get().explain(run.matches("[0-9]{1,18}") ? Long.parseLong(run) : 0);
  }

  /** True where this runner has the deploying role now, as far as is known. */
  boolean hasRole(String runner) {
    FailoverState state = FailoverState.of(live.latest(), context.profile());
    return state.carriers().contains(runner) || state.standIns().contains(runner);
  }

  /** What the palette offers of it. */
  List<PaletteEntries.Entry> entries() {
    List<PaletteEntries.Entry> entries = new ArrayList<>();
    entries.add(
        new PaletteEntries.Entry(
            bell.silenced(live.now())
                ? "Let desktop notices ring again"
                : "Silence desktop notices for this shift (8 h)",
            "action",
            () -> bell.toggle(live.now())));
    FailoverState state = FailoverState.of(live.latest(), context.profile());
    for (String name : state.carriers()) {
      entries.add(
          new PaletteEntries.Entry("Plan failover from " + name + "…", "action", () -> from(name)));
    }
    for (String name : state.standIns()) {
      entries.add(
          new PaletteEntries.Entry("Plan failback from " + name + "…", "action", () -> from(name)));
    }
    for (WorkflowRun run : live.latest().runs()) {
      if (!run.completed() && run.jobs().stream().noneMatch(job -> job.running())) {
        entries.add(
            new PaletteEntries.Entry(
                "Explain queue of " + run.workflow() + " #" + run.number() + "…",
                "action",
                () -> explain(Long.toString(run.id()))));
      }
    }
    return entries;
  }

  @Override
  public void close() {
    view.ifMade(FailoverView::close);
    alarm.close();
  }
}
