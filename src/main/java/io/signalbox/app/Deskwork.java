package io.signalbox.app;

import io.signalbox.action.ActionDesk;
import io.signalbox.action.Desk;
import io.signalbox.action.DeskSetup;
import io.signalbox.approval.FiledRequests;
import io.signalbox.approval.SshSignatures;
import io.signalbox.interlock.Interlock;
import io.signalbox.interlock.PlanIds;
import io.signalbox.journal.Journal;
import io.signalbox.journal.JournalException;
import io.signalbox.profile.Profile;
import io.signalbox.remote.RemoteShell;
import io.signalbox.remote.ssh.SshShell;
import io.signalbox.service.CheckPlanner;
import io.signalbox.service.Pause;
import io.signalbox.service.RestartPlanner;
import io.signalbox.service.RestartSetup;
import io.signalbox.snapshot.RunnerLookup;
import io.signalbox.snapshot.Snapshot;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The acting half of a station: journal, SSH, interlock and the desk, opened when first needed. */
final class Deskwork implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Deskwork.class);
  private final Profile profile;
  private final Surroundings surroundings;
  private final Supplier<Snapshot> snapshots;
  private final Runnable askNow;
  private final @Nullable RunnerLookup lookup;
  private @Nullable Open open;

  private record Open(Desk desk, Journal journal, RemoteShell shell, ExecutorService threads) {}

  Deskwork(
      Profile profile,
      Surroundings surroundings,
      Supplier<Snapshot> snapshots,
      Runnable askNow,
      @Nullable RunnerLookup lookup) {
    this.profile = profile;
    this.surroundings = surroundings;
    this.snapshots = snapshots;
    this.askNow = askNow;
    this.lookup = lookup;
  }

  /** Opens journal and desk on the first call; a verb that only reads never writes a journal. */
  synchronized Desk desk() {
    if (open == null) {
      open = open();
    }
    return open.desk();
  }

  private Open open() {
    var clock = surroundings.clock();
    SshShell shell =
        new SshShell(
            profile,
            SshShell.files(profile, surroundings.folders().home(), surroundings.environment()));
    RestartSetup restart =
        new RestartSetup(
            profile, snapshots, askNow, lookup, shell, clock, RestartSetup.WITHIN, Pause.real());
    Journal journal = journal();
    ExecutorService threads =
        Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("action-", 0).factory());
    DeskSetup setup =
        new DeskSetup(
            profile,
            snapshots,
            new Interlock(
                new PlanIds(clock),
                new SshSignatures(surroundings.environment(), surroundings.folders().home())),
            journal,
            clock,
            threads,
            surroundings.actor(),
            new FiledRequests(
                RequestBoxes.of(profile, shell, surroundings.folders().state()), profile, clock));
    Desk desk =
        new ActionDesk(
            setup,
            List.of(
                new CheckPlanner(profile, snapshots, shell, clock), new RestartPlanner(restart)));
    return new Open(desk, journal, shell, threads);
  }

  private Journal journal() {
    Path folder = surroundings.folders().state();
    try {
      return Journal.open(folder, surroundings.clock(), surroundings.actor());
    } catch (JournalException e) {
      LOG.warn("{}", e.getMessage());
      String why = e.getMessage() == null ? "the journal cannot be written" : e.getMessage();
      return Journal.unusable(folder, surroundings.clock(), surroundings.actor(), why);
    }
  }

  @Override
  public synchronized void close() {
    if (open != null) {
      open.threads().shutdownNow();
      open.shell().close();
      open.journal().close();
      open = null;
    }
  }
}
