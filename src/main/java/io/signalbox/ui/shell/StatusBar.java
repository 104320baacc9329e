package io.signalbox.ui.shell;

import io.signalbox.action.ActionRun;
import io.signalbox.action.Desk;
import io.signalbox.action.Lock;
import io.signalbox.action.Reviews;
import io.signalbox.journal.JournalPicture;
import io.signalbox.ui.failover.AlarmBell;
import io.signalbox.ui.fx.RunFeed;
import io.signalbox.ui.fx.Subscriptions;
import io.signalbox.ui.kit.Ages;
import io.signalbox.ui.kit.Live;
import io.signalbox.ui.kit.Parts;
import io.signalbox.ui.kit.Tone;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** The foot of the window: whether anything may be changed, what runs, who acts. */
final class StatusBar extends HBox {
  private final Live live;
  private final Desk desk;
  private final RunFeed feed;
  private final ConsoleFrame.Feeds feeds;
  private final Button journal;
  private final Tooltip journalTip;
  private final Button lock;
  private final Button running;
  private final Button reviews;
  private final AlarmBell bell;
  private final Button notices;
  private final Tooltip noticesTip;
  private final Label warnings = Parts.label("", "status-text");
  private final FontIcon closed = Parts.icon("mdi2l-lock-outline");
  private final FontIcon open = Parts.icon("mdi2l-lock-open-variant-outline");

  /** What a press asks of the window. */
  record Presses(
      Runnable unlock,
      Consumer<ActionRun> openRun,
      Runnable journal,
      Runnable reviews,
      Runnable shortcuts,
      Runnable palette,
      AlarmBell bell) {}

  StatusBar(
      Live live,
      Desk desk,
      ConsoleFrame.Feeds feeds,
      Presses presses,
      Subscriptions subscriptions) {
    super(4);
    this.live = live;
    this.desk = desk;
    this.feeds = feeds;
    this.feed = feeds.runs();
    getStyleClass().add("status-bar");
    lock = Parts.button("", () -> onLock(presses), "status-button");
    running = Parts.button("", () -> first(presses), "status-button");
    journal = Parts.button("", presses.journal(), "status-button", "journal-state");
    journalTip = Parts.tip(journal, "");
    reviews = Parts.button("", presses.reviews(), "status-button");
    Parts.tip(reviews, "Overrides and solo acts that nobody has reviewed yet");
    bell = presses.bell();
    notices = Parts.button("", this::onNotices, "status-button", "notice-state");
    noticesTip = Parts.tip(notices, "");
    notices.setGraphic(Parts.icon("mdi2b-bell-off-outline"));
    Parts.tip(warnings, "What is incomplete or odd in this picture");
    getChildren()
        .addAll(
            lock,
            running,
            journal,
            reviews,
            notices,
            warnings,
            Parts.spring(),
            Parts.label("acting as " + desk.actor(), "status-text"),
            Parts.button("?  Shortcuts", presses.shortcuts(), "status-button"),
            Parts.button("Ctrl+K  Find", presses.palette(), "status-button"));
    subscriptions.on(live.clock().nowProperty(), _ -> refresh());
    subscriptions.on(feed.runs(), _ -> refresh());
    subscriptions.on(live.snapshot(), _ -> refresh());
    subscriptions.on(feeds.journal().picture(), _ -> refreshJournal());
  }

  private void onLock(Presses presses) {
    Lock state = desk.lock();
    if (state.readOnly() && !state.closed(live.now())) {
      desk.relock();
      refresh();
    } else if (state.closed(live.now())) {
      presses.unlock().run();
    }
  }

  private void onNotices() {
    bell.onPressed(live.now());
    refresh();
  }

  private void refreshNotices() {
    String words = bell.words(live.now());
    notices.setText(words);
    noticesTip.setText(bell.explanation(live.now()));
    Parts.visible(notices, !words.isEmpty());
  }

  private void first(Presses presses) {
    List<ActionRun> active = active();
    if (!active.isEmpty()) {
      presses.openRun().accept(active.getFirst());
    }
  }

  private List<ActionRun> active() {
    return feed.runs().get().stream().filter(run -> !run.verdict().ended()).toList();
  }

  private void refreshJournal() {
    JournalPicture now = feeds.journal().picture().get();
    long open =
        now.unfinished().stream()
            .filter(entry -> active().stream().noneMatch(run -> run.id().equals(entry.actionId())))
            .count();
    String waiting =
        open == 0 ? "" : open == 1 ? ", 1 outcome unknown" : ", " + open + " outcomes unknown";
    journal.setText(now.words() + waiting);
    journalTip.setText(now.explanation());
    Tone.apply(
        journal,
        !now.trouble().isEmpty() || !now.check().intact()
            ? Tone.DANGER
            : !now.whyReadOnly().isEmpty() ? Tone.ATTENTION : open > 0 ? Tone.UNKNOWN : Tone.QUIET);
  }

  Button journalButton() {
    return journal;
  }

  void refresh() {
    refreshJournal();
    refreshNotices();
    Lock state = desk.lock();
    Instant until = state.unlockedUntil();
    boolean shut = state.closed(live.now());
    lock.setGraphic(shut ? closed : open);
    lock.getStyleClass().removeAll("unlocked");
    if (shut) {
      lock.setText("read-only, unlock…");
    } else if (state.readOnly() && until != null) {
      lock.setText(
          "unlocked, " + Ages.exact(Duration.between(live.now(), until)) + " left, lock again");
      lock.getStyleClass().add("unlocked");
    } else {
      lock.setText("actions allowed");
    }
    List<ActionRun> active = active();
    running.setText(
        active.isEmpty()
            ? "no run active"
            : active.size() == 1
                ? active.getFirst().plan().draft().button()
                    + (active.getFirst().question() == null ? ": running" : ": asks")
                : active.size() + " runs active");
    running.setDisable(active.isEmpty());
    Reviews toReview = desk.reviews();
    int open = toReview.open().size();
    Parts.visible(reviews, open > 0 || !toReview.unread().isEmpty());
    reviews.getStyleClass().removeAll("unlocked");
    reviews.setText(toReview.unread().isEmpty() ? open + " to review" : "to review: not known");
    reviews.getStyleClass().add("unlocked");
    int odd = live.latest().warnings().size();
    warnings.setText(
        odd == 0 ? "" : odd == 1 ? live.latest().warnings().getFirst() : odd + " warnings");
  }

  Button reviewsButton() {
    return reviews;
  }

  Button lockButton() {
    return lock;
  }
}
