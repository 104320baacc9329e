package io.signalbox.ui.fx;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.Observable;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;

/**
 * What a view listens to, closed together when the view is let go. A subscriber touches nodes, so
 * one that is not closed would keep its whole view in memory. FX thread only.
 */
public final class Subscriptions implements AutoCloseable {
  private final List<Runnable> closers = new ArrayList<>();
  private boolean closed;

  /** Calls with the present value now, and with each new one. */
  public <T> void on(ObservableValue<T> value, Consumer<? super T> action) {
    FxAssert.onFxThread();
    var subscription = value.subscribe(action);
    add(subscription::unsubscribe);
  }

  /** Calls whenever any of these changes; not at first. */
  public void onAny(Runnable action, Observable... values) {
    FxAssert.onFxThread();
    for (Observable value : values) {
      var subscription = value.subscribe(action);
      add(subscription::unsubscribe);
    }
  }

  /** Calls whenever the list's content changes; not at first. */
  public <T> void onList(ObservableList<T> list, Runnable action) {
    FxAssert.onFxThread();
    ListChangeListener<T> listener = _ -> action.run();
    list.addListener(listener);
    add(() -> list.removeListener(listener));
  }

  /** Something else to end together with these. */
  public void add(Runnable closer) {
    if (closed) {
      closer.run();
    } else {
      closers.add(closer);
    }
  }

  /** Ends all of them; may be called again. */
  @Override
  public void close() {
    closed = true;
    closers.forEach(Runnable::run);
    closers.clear();
  }
}
