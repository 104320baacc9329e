package io.signalbox.ui.shell;

import io.signalbox.model.AlertInstance;
import io.signalbox.ui.fx.RunFeed;
import io.signalbox.ui.kit.Later;
import io.signalbox.ui.kit.Live;
import io.signalbox.ui.run.OutputPane;
import io.signalbox.ui.runbook.Opening;
import io.signalbox.ui.runbook.RunbooksView;
import io.signalbox.ui.shell.MiddleViews.Entry;
import java.util.Map;

/** All ways that lead to a runbook: chosen, from an alert, from a finding. FX thread only. */
final class RunbookWays implements AutoCloseable {
  private final Runnable show;
  private final Later<RunbooksView> view;

  /** Made when it is first looked at; {@code show} brings it into the middle. */
  RunbookWays(ConsoleContext context, Live live, ActionFlow actions, RunFeed feed, Runnable show) {
    this.show = show;
    view =
        Later.of(
            () ->
                new RunbooksView(
                    live,
                    context.runbooks(),
                    new StepPresses(actions, context.desk().actor()),
                    feed,
                    new RunbooksView.Tools(context.browser(), OutputPane::new)));
  }

  RunbooksView view() {
    return view.get();
  }

  Entry entry() {
    return Entry.of(view()).filter(view()::focusFilter).withOwnDetail();
  }

  void open(Opening opening) {
    show.run();
    view().open(opening);
  }

  void open(AlertInstance alert) {
    show.run();
    view().open(alert);
  }

  /** Names the finding that led there. */
  void open(Pressed pressed) {
    String runner = pressed.runner() == null ? "" : pressed.runner();
    String cause = "Opened from the finding: " + pressed.title();
    open(new Opening(pressed.step().subject(), "", cause, Map.of(), runner));
  }

  /** Reads them again, where they were read before. */
  void refresh() {
    view.ifMade(RunbooksView::refresh);
  }

  @Override
  public void close() {
    view.ifMade(RunbooksView::close);
  }
}
