package io.signalbox.ui.fx;

import io.signalbox.rollback.RollbackBoard;
import io.signalbox.snapshot.Subscription;
import javafx.animation.Animation;
import javafx.animation.PauseTransition;
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
  private final PauseTransition gap = new PauseTransition(GAP);
  private boolean more;

  /** Follows this board. */
  public RollbackFeed(RollbackBoard board) {
    FxAssert.onFxThread();
    this.board = board;
    LatestHop<Boolean> hop = new LatestHop<>(_ -> receive());
    gap.setOnFinished(_ -> gapOver());
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

  private void receive() {
    if (gap.getStatus() == Animation.Status.RUNNING) {
      more = true;
    } else {
      show();
    }
  }

  private void gapOver() {
    if (more) {
      show();
    }
  }

  private void show() {
    more = false;
    news.set(news.get() + 1);
    gap.playFromStart();
  }

  @Override
  public void close() {
    subscription.close();
    gap.stop();
  }
}
