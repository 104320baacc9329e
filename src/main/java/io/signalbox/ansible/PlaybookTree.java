package io.signalbox.ansible;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A playbook as it stands, immutable.
 *
 * @param recap per host; empty until the end was told
 * @param ended Ansible told its own end: without it a recap is nobody's word
 * @param expected tasks that the playbook names outside of rescue sections, 0 where that is not
 *     known; what it includes while it runs comes on top
 * @param gaps events that are missing so far
 * @param current the task that runs, null before the first and after the end
 * @param startedAt null before the first event
 */
public record PlaybookTree(
    List<PlayNode> plays,
    List<HostRecap> recap,
    boolean ended,
    int expected,
    List<Gap> gaps,
    long lastEvent,
    @Nullable TaskNode current,
    @Nullable Instant startedAt,
    @Nullable Instant lastAt) {
  /** Nothing was heard yet. */
  public static final PlaybookTree EMPTY =
      new PlaybookTree(List.of(), List.of(), false, 0, List.of(), 0, null, null, null);

  /** Copies the lists. */
  public PlaybookTree {
    plays = List.copyOf(plays);
    recap = List.copyOf(recap);
    gaps = List.copyOf(gaps);
  }

  /** All tasks in order. */
  public Stream<TaskNode> tasks() {
    return plays.stream().flatMap(play -> play.tasks().stream());
  }

  /** How many tasks of the playbook's own were begun. */
  public int begun() {
    return (int) tasks().filter(task -> !task.implicit()).count();
  }

  /** How many of them are over: all but the one that runs. */
  public int done() {
    TaskNode now = current;
    return now == null || now.implicit() ? begun() : begun() - 1;
  }

  /** How many tasks there are, as far as is known; never less than were begun. */
  public int total() {
    return Math.max(expected, begun());
  }

  /** How many events are missing. */
  public long missing() {
    return gaps.stream().mapToLong(Gap::size).sum();
  }

  /** The recap of one host. */
  public Optional<HostRecap> recap(String host) {
    return recap.stream().filter(one -> one.host().equals(host)).findFirst();
  }

  /** Hosts that failed or were not reached, in the recap's order; what a relaunch is limited to. */
  public List<String> toRepeat() {
    return recap.stream().filter(one -> !one.well()).map(HostRecap::host).toList();
  }
}
