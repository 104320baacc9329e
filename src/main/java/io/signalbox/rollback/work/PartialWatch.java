package io.signalbox.rollback.work;

import io.signalbox.profile.ControlProfile;
import io.signalbox.remote.RemoteException;
import io.signalbox.remote.durable.PlaybookAnswer;
import io.signalbox.rollback.PartialState;
import io.signalbox.rollback.StateFile;
import io.signalbox.rollback.Versions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks for signs of a half-done deployment on the control host, once a minute. */
public final class PartialWatch implements Runnable {
  private static final Logger LOG = LoggerFactory.getLogger(PartialWatch.class);
  private static final Duration EVERY = Duration.ofMinutes(1);

  private final RollbackSetup setup;
  private @Nullable PartialState mine;

  /** For a profile's control host; runs until it is interrupted. */
  public PartialWatch(RollbackSetup setup) {
    this.setup = setup;
  }

  /** True where there is something to look at. */
  public boolean needed() {
    return setup.profile().control() != null && setup.profile().rollback().configured();
  }

  @Override
  public void run() {
    try {
      while (needed()) {
        lookSafely();
        setup.waiting().sleep(EVERY);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** A mistake of one look, in whatever a host answered, is said and does not end the watch. */
  private void lookSafely() throws InterruptedException {
    try {
      look();
    } catch (RuntimeException e) {
      LOG.warn("Signs of a half-done deployment were not read; looking again in {}", EVERY, e);
    }
  }

  /** True where signs were seen on hosts that are not asked here: only a whole look clears them. */
  private boolean hides() {
    PartialState known = setup.board().partial().orElse(null);
    return known != null && known != mine && known.partial() && known.beyond();
  }

  /** Looks once; a control host that does not answer leaves what was known. */
  void look() throws InterruptedException {
    ControlProfile control = setup.profile().control();
    if (control == null) {
      return;
    }
    try {
      PlaybookAnswer after =
          setup
              .host()
              .after(
                  new PlaybookCall(setup.profile().rollback())
                      .ground(control.host(), Map.of(), List.of()));
      GroundReader reader = new GroundReader(setup);
      Versions versions =
          new Versions(
              StateFile.NONE,
              reader.observed(control.host(), after, null),
              List.of(),
              Map.of(),
              setup.clock().instant());
      PartialState found =
          Remains.of(
              after,
              HostMarks.NOT_ASKED,
              versions,
              setup.snapshots().get(),
              setup.profile().deployment(),
              setup.clock().instant());
      if (!hides()) {
        mine = found;
        setup.board().show(found);
      }
    } catch (RemoteException e) {
      LOG.info("Signs of a half-done deployment could not be looked for: {}", e.getMessage());
    }
  }
}
