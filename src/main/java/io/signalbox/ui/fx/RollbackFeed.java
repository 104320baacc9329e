package io.signalbox.ui.fx;

import io.signalbox.rollback.RollbackBoard;
import io.signalbox.snapshot.Subscription;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.util.Duration;

/**
 * Brings the news of a rollback board to the FX thread; a playbook that floods is shown every
 * {@link #GAP}. Made and closed on the FX thread.
 */
public final class RollbackFeed implements AutoCloseable {
  private static final Duration GAP = Duration.millis(100);

  private final RollbackBoard board;
  private final ReadOnlyLongWrapper news = new ReadOnlyLongWrapper();
  private final Subscription subscription;
  private final Pace pace = new Pace(GAP, this::show);

  /** Follows this board. */
  public RollbackFeed(RollbackBoard board) {
    FxAssert.onFxThread();
    this.board = board;
    LatestHop<Boolean> hop = new LatestHop<>(_ -> pace.news());
    subscription = board.onChange(() -> hop.offer(Boolean.TRUE));
  }

  /** What is known; reading it takes no time. */
  public RollbackBoard board() {
    return board;
  }

  /** Counts the changes that have arrived here; changes on the FX thread only. */
  public ReadOnlyLongProperty news() {
    return news.getReadOnlyProperty();
  }

  private void show() {
    news.set(news.get() + 1);
  }

  @Override
  public void close() {
    subscription.close();
    pace.stop();
  }
}
