package io.signalbox.action;

import io.signalbox.interlock.Interlock;
import io.signalbox.journal.Journal;
import io.signalbox.profile.Profile;
import io.signalbox.snapshot.Snapshot;
import java.time.Clock;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/**
 * What a desk works with.
 *
 * @param snapshots hands out the newest snapshot, at once
 * @param executor runs blocking work, one virtual thread each
 * @param actor who acts, as the operating system names them
 * @param second the way to a second person
 * @param hosts asks the hosts for the runs they keep
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
    RunsOnHosts.Look hosts) {
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
        RunsOnHosts.Look.NONE);
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
        RunsOnHosts.Look.NONE);
  }
}
