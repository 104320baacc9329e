package io.signalbox.ui.shell;

import io.signalbox.interlock.Plan;
import io.signalbox.interlock.PlanDraft;
import io.signalbox.rollback.RollbackDoor;
import io.signalbox.ui.fx.RollbackFeed;
import io.signalbox.ui.fx.RunFeed;
import io.signalbox.ui.fx.Subscriptions;
import io.signalbox.ui.kit.Beside;
import io.signalbox.ui.kit.Later;
import io.signalbox.ui.kit.Live;
import io.signalbox.ui.rollback.PartialBanner;
import io.signalbox.ui.rollback.RollbackForm;
import io.signalbox.ui.rollback.RollbackPresses;
import io.signalbox.ui.rollback.RollbackRun;
import io.signalbox.ui.rollback.RollbackView;
import java.util.List;
import java.util.Optional;

/** The parts of the rollback in this window: page, banner, and what its runs show. */
final class RollbackDesk implements AutoCloseable {
  private final Live live;
  private final RunFeed runs;
  private final ConsoleFrame frame;
  private final RollbackFeed feed;
  private final RollbackForm form = new RollbackForm();
  private final Subscriptions subscriptions = new Subscriptions();
  private final PartialBanner banner;
  private final Later<RollbackView> view;

  RollbackDesk(RollbackDoor door, Live live, RunFeed runs, ConsoleFrame frame) {
    this.live = live;
    this.runs = runs;
    this.frame = frame;
    feed = new RollbackFeed(door.board());
    banner = new PartialBanner(live, feed, form, () -> frame.show(View.ROLLBACK), subscriptions);
    view =
        Later.of(
            () ->
                new RollbackView(
                    live,
                    door,
                    feed,
                    form,
                    new RollbackPresses(intent -> frame.actions().propose(intent))));
  }

  PartialBanner banner() {
    return banner;
  }

  RollbackView view() {
    return view.get();
  }

  void aim(String version, List<String> hosts) {
    form.limit().set(hosts);
    if (!version.isEmpty()) {
      form.target().set(version);
    }
  }

  /** What a run of this plan shows beside its output, empty where it is no playbook's. */
  Optional<Beside> beside(Plan plan) {
    String verb = plan.draft().verb();
    boolean check = verb.equals(PlanDraft.PREVIEW);
    return verb.equals(PlanDraft.ROLLBACK) || check
        ? Optional.of(new RollbackRun(plan.id(), check, live, runs, feed, this::prepare))
        : Optional.empty();
  }

  private void prepare(List<String> hosts) {
    frame.closeOverlays();
    aim("", hosts);
    frame.show(View.ROLLBACK);
  }

  @Override
  public void close() {
    subscriptions.close();
    view.ifMade(RollbackView::close);
    feed.close();
  }
}
