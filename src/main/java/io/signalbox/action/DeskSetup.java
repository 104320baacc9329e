package io.signalbox.action;

import io.signalbox.interlock.Interlock;
import io.signalbox.journal.Journal;
import io.signalbox.profile.Profile;
import io.signalbox.remote.HostKeys;
import io.signalbox.snapshot.Snapshot;
import java.time.Clock;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What a desk works with.
 *
 * @param snapshots hands out the newest snapshot, at once
 * @param executor runs blocking work, one virtual thread each
 * @param actor who acts, as the operating system names them
 * @param second the way to a second person
 * @param hosts asks the hosts for the runs they keep
 * @param keys opens a look at host keys; null where none is agreed to
 */
public record DeskSetup(
    Profile profile,
    Supplier<Snapshot> snapshots,
    Interlock interlock,
    Journal journal,
    Clock clock,
    Executor executor,
    String actor,
    SecondPerson second,
    RunsOnHosts.Look hosts,
    @Nullable Supplier<HostKeys> keys) {
  /** Without a way to a second person. */
  public DeskSetup(
      Profile profile,
      Supplier<Snapshot> snapshots,
      Interlock interlock,
      Journal journal,
      Clock clock,
      Executor executor,
      String actor) {
    this(
        profile,
        snapshots,
        interlock,
        journal,
        clock,
        executor,
        actor,
        SecondPerson.NONE,
        RunsOnHosts.Look.NONE,
        null);
  }

  /** Without a way to the runs that the hosts keep. */
  public DeskSetup(
      Profile profile,
      Supplier<Snapshot> snapshots,
      Interlock interlock,
      Journal journal,
      Clock clock,
      Executor executor,
      String actor,
      SecondPerson second) {
    this(
        profile,
        snapshots,
        interlock,
        journal,
        clock,
        executor,
        actor,
        second,
        RunsOnHosts.Look.NONE,
        null);
  }
}
