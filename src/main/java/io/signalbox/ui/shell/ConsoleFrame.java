package io.signalbox.ui.shell;

import io.signalbox.journal.JournalLink;
import io.signalbox.model.NextStep;
import io.signalbox.snapshot.Snapshot;
import io.signalbox.snapshot.SourceHealth;
import io.signalbox.ui.alerts.AlertsView;
import io.signalbox.ui.detail.RunnerDetail;
import io.signalbox.ui.fleet.FleetView;
import io.signalbox.ui.fx.JournalBridge;
import io.signalbox.ui.fx.RunFeed;
import io.signalbox.ui.fx.Subscriptions;
import io.signalbox.ui.journal.JournalView;
import io.signalbox.ui.kit.Later;
import io.signalbox.ui.kit.Live;
import io.signalbox.ui.kit.RunnerCommands;
import io.signalbox.ui.run.RunsView;
import io.signalbox.ui.shell.MiddleViews.Entry;
import io.signalbox.ui.timeline.RunDetails;
import io.signalbox.ui.timeline.TimelinePick;
import io.signalbox.ui.timeline.TimelineView;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.Node;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** Everything inside the window, and the only place where the features meet. */
final class ConsoleFrame extends StackPane implements AutoCloseable {
  private final ConsoleContext context;
  private final Live live;
  private final Runnable otherTheme;
  private final Subscriptions subscriptions = new Subscriptions();
  private final ObjectProperty<View> view = new SimpleObjectProperty<>(View.FLEET);
  private final StringProperty selected = new SimpleStringProperty("");
  private final Overlays overlays = new Overlays();
  private final RollbackDesk back;
  private final ActionFlow actions;
  private final Unlocking unlocking;
  private final RunnerCommands commands;
  private final FleetView fleet;
  private final TimelineView foot;
  private final Later<TimelineView> line;
  private final Later<AlertsView> alerts;
  private final RunbookWays runbooks;
  private final Later<RunsView> runs;
  private final Later<JournalView> journal;
  private final Later<RunnerDetail> detail;
  private final Later<RunDetails> runDetails;
  private final FailoverPart failover;
  private final MiddleViews middle = new MiddleViews();
  private final BorderPane window = new BorderPane();
  private final Rail rail;
  private final HeadlineBar headline;
  private final StatusBar status;
  private final HealthStrip health;

  /** What arrives by itself: runs of this session, and the journal. */
  record Feeds(RunFeed runs, JournalBridge journal) {}

  ConsoleFrame(ConsoleContext context, Live live, Feeds feeds, Runnable otherTheme) {
    RunFeed feed = feeds.runs();
    this.context = context;
    this.live = live;
    this.otherTheme = otherTheme;
    getStyleClass().add("console");
    unlocking = new Unlocking(context.desk(), overlays);
    back = new RollbackDesk(context.rollback(), live, feed, this);
    actions = new ActionFlow(context, live, feed, overlays, unlocking, back::beside);
    failover =
        new FailoverPart(
            context, live, feeds, actions, this::openDetails, () -> show(View.FAILOVER));
    commands = new ShellCommands(this::openDetails, actions, failover);
    fleet = new FleetView(live, selected, commands);
    foot = new TimelineView(live, TimelineView.Size.STRIP, this::pick, () -> show(View.LINE));
    line = Later.of(() -> new TimelineView(live, TimelineView.Size.FULL, this::pick, () -> {}));
    runbooks = new RunbookWays(context, live, actions, feed, () -> show(View.RUNBOOKS));
    alerts = Later.of(() -> new AlertsView(live, this::openDetails, runbooks::open));
    runs =
        Later.of(
            () ->
                new RunsView(
                    live,
                    feed,
                    feeds.journal(),
                    context.desk(),
                    new RunsView.Presses(actions::open, actions::propose)));
    journal = Later.of(() -> new JournalView(live, context.journal(), feeds.journal(), feed));
    detail =
        Later.of(
            () ->
                new RunnerDetail(live, selected, commands, context.browser(), this::closeDetails));
    runDetails =
        Later.of(
            () ->
                new RunDetails(
                    live,
                    context.browser(),
                    this::openDetails,
                    this::openRollback,
                    this::closeDetails));
    rail = new Rail(view, this::openPalette, otherTheme, subscriptions);
    headline = new HeadlineBar(live, this::openDetails, this::onStep, subscriptions);
    health = new HealthStrip(live, this::openSource, subscriptions);
    status =
        new StatusBar(
            live,
            context.desk(),
            feeds,
            new StatusBar.Presses(
                unlocking::open,
                actions::open,
                () -> show(View.JOURNAL),
                () -> new ReviewSheet(context.desk(), overlays).open(),
                this::openShortcuts,
                this::openPalette,
                failover.bell()),
            subscriptions);
    build();
    subscriptions.on(view, this::onView);
    subscriptions.on(selected, this::onSelected);
    new Shortcuts(this).install();
  }

  private void build() {
    addViews();
    VBox body = new VBox(headline, middle.pane());
    VBox.setVgrow(middle.pane(), Priority.ALWAYS);
    window.setCenter(body);
    VBox top = new VBox(new Header(live, context, health, subscriptions));
    if (!context.messages().isEmpty()) {
      top.getChildren().add(new MessageBar(context.messages()));
    }
    top.getChildren().add(back.banner());
    window.setTop(top);
    window.setLeft(rail);
    window.setBottom(status);
    window.getStyleClass().add("frame");
    getChildren().addAll(window, failover.alarm(), overlays);
  }

  private void addViews() {
    middle.add(
        View.FLEET,
        () -> Entry.of(fleet).foot(foot).focus(fleet::focusTiles).filter(fleet::focusFilter));
    middle.add(View.LINE, () -> Entry.of(line()).focus(line()::focusBars));
    middle.add(View.ALERTS, () -> Entry.of(alerts()).filter(alerts()::focusFilter));
    middle.add(View.RUNBOOKS, runbooks::entry);
    middle.add(View.FAILOVER, failover::entry);
    middle.add(View.RUNS, () -> Entry.of(runs.get()));
    middle.add(
        View.JOURNAL, () -> Entry.of(journal()).filter(journal()::focusFilter).withOwnDetail());
    middle.add(View.ROLLBACK, () -> Entry.of(back.view()).withOwnDetail());
  }

  private void onView(View now) {
    if (middle.show(now)) {
      window.setRight(null);
    }
  }

  private void onSelected(String runner) {
    if (runner.isEmpty()) {
      window.setRight(null);
    } else if (window.getRight() != null) {
      window.setRight(detail.get());
    }
  }

  private void openDetails(String runner) {
    selected.set(runner);
    window.setRight(detail.get());
    fleet.reveal(runner);
  }

  /** The one place where a finding's next step leads somewhere. */
  private void onStep(Pressed pressed) {
    NextStep step = pressed.step();
    switch (step.verb()) {
      case RUNNER -> openDetails(step.subject());
      case RUNBOOK -> runbooks.open(pressed);
      case ROLLBACK -> openRollback(step.subject());
      case FAILOVER, FAILBACK, EXPLAIN -> failover.step(step);
    }
  }

  void pick(TimelinePick pick) {
    runDetails.get().show(pick);
    window.setRight(runDetails.get());
  }

  void closeDetails() {
    window.setRight(null);
    focusView();
  }

  boolean detailsOpen() {
    return window.getRight() != null;
  }

  void show(View next) {
    view.set(next);
    focusView();
  }

  void select(String runner) {
    selected.set(runner);
    window.setRight(runner.isEmpty() ? null : detail.get());
    fleet.reveal(runner);
  }

  /** What may be read once something is to be seen: the palette knows every runbook. */
  void afterFirstFrame() {
    var _ = runbooks.view();
  }

  void focusView() {
    middle.focus(view.get());
  }

  /** The filter of this view; where it has none, that of the fleet. */
  void focusFilter() {
    if (!middle.filter(view.get())) {
      view.set(View.FLEET);
      fleet.focusFilter();
    }
  }

  void openPalette() {
    CommandPalette palette =
        new CommandPalette(
            PaletteEntries.of(this), text -> PaletteEntries.typed(this, text), overlays);
    palette.open();
  }

  void openEntry(JournalLink link) {
    show(View.JOURNAL);
    journal.get().open(link);
  }

  /** The rollback page, with this version picked; an empty one leaves the choice open. */
  void openRollback(String version) {
    back.aim(version, List.of());
    show(View.ROLLBACK);
  }

  void askHealth() {
    show(View.ROLLBACK);
    back.view().askHealth();
  }

  void openShortcuts() {
    ShortcutSheet.open(overlays);
  }

  private void openSource(SourceHealth source) {
    SourceSheet.open(overlays, live, source.id().path(), context.refresh());
  }

  void refresh() {
    runbooks.refresh();
    context.refresh().run();
  }

  void otherTheme() {
    otherTheme.run();
  }

  void unlock() {
    unlocking.open();
  }

  void closeOverlays() {
    overlays.closeAll();
  }

  boolean overlayOpen() {
    return overlays.isOpen();
  }

  RunnerCommands commands() {
    return commands;
  }

  ReadOnlyObjectProperty<Boolean> cardReady() {
    return actions.ready();
  }

  Live live() {
    return live;
  }

  String title(Snapshot snapshot) {
    String mark = context.mark().word().isEmpty() ? "" : context.mark().word() + " · ";
    String alarm = failover.alarm().title().get();
    return (alarm.isEmpty() ? "" : alarm + " · ")
        + mark
        + snapshot.environment().toUpperCase(Locale.ROOT)
        + " · Signalbox";
  }

  FleetView fleet() {
    return fleet;
  }

  TimelineView line() {
    return line.get();
  }

  TimelineView foot() {
    return foot;
  }

  AlertsView alerts() {
    return alerts.get();
  }

  RunbookWays runbooks() {
    return runbooks;
  }

  JournalView journal() {
    return journal.get();
  }

  RunnerDetail detail() {
    return detail.get();
  }

  RunDetails runDetails() {
    return runDetails.get();
  }

  FailoverPart failover() {
    return failover;
  }

  Node shownDetail() {
    return window.getRight();
  }

  RollbackDesk back() {
    return back;
  }

  HeadlineBar headline() {
    return headline;
  }

  HealthStrip health() {
    return health;
  }

  StatusBar status() {
    return status;
  }

  Rail rail() {
    return rail;
  }

  ActionFlow actions() {
    return actions;
  }

  View view() {
    return view.get();
  }

  String selected() {
    return selected.get();
  }

  @Override
  public void close() {
    subscriptions.close();
    fleet.close();
    foot.close();
    line.ifMade(TimelineView::close);
    alerts.ifMade(AlertsView::close);
    runbooks.close();
    runs.ifMade(RunsView::close);
    journal.ifMade(JournalView::close);
    detail.ifMade(RunnerDetail::close);
    runDetails.ifMade(RunDetails::close);
    failover.close();
    actions.close();
    back.close();
  }
}
