package io.signalbox.ui.fx;

import io.signalbox.action.ActionRun;
import io.signalbox.action.Desk;
import io.signalbox.snapshot.Subscription;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.util.Duration;

/** Brings the desk's runs to the FX thread, newest first. Made and closed on the FX thread. */
public final class RunFeed implements AutoCloseable {
  private static final Duration GAP = Duration.millis(50);

  private final Desk desk;
  private final ReadOnlyObjectWrapper<List<ActionRun>> runs;
  private final Subscription subscription;
  private final Pace pace = new Pace(GAP, this::show);

  /** Starts with the desk's present runs and follows them. */
  public RunFeed(Desk desk) {
    FxAssert.onFxThread();
    this.desk = desk;
    runs = new ReadOnlyObjectWrapper<>(List.copyOf(desk.runs()));
    subscription = desk.onRun(new LatestHop<ActionRun>(this::receive)::offer);
  }

  /** All runs of this session, newest first; changes on the FX thread only. */
  public ReadOnlyObjectProperty<List<ActionRun>> runs() {
    return runs.getReadOnlyProperty();
  }

  /** A run by its id, as it stands now. */
  public Optional<ActionRun> run(String id) {
    return runs.get().stream().filter(run -> run.id().equals(id)).findFirst();
  }

  /** A run that floods is shown every {@link #GAP}; an end, and the first news, at once. */
  private void receive(ActionRun news) {
    if (news.endedAt() == null) {
      pace.news();
    } else {
      pace.now();
    }
  }

  private void show() {
    runs.set(List.copyOf(desk.runs()));
  }

  @Override
  public void close() {
    subscription.close();
    pace.stop();
  }
}
