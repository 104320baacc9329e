package io.signalbox.ansible;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One event of a playbook, numbered from 1 without a hole. */
public sealed interface AnsibleEvent {
  /** Its number. */
  long number();

  /** When, by the clock of the control host; null where it did not say. */
  @Nullable Instant at();

  /** The beginning; the tasks it names outside of rescue sections, 0 where that is not known. */
  record Began(long number, @Nullable Instant at, int expected) implements AnsibleEvent {}

  /** A play begins, once per batch. */
  record PlayBegan(long number, @Nullable Instant at, String id, String name, List<String> hosts)
      implements AnsibleEvent {}

  /** A task begins, once per batch. */
  record TaskBegan(long number, @Nullable Instant at, TaskNode task) implements AnsibleEvent {}

  /** A host begins with a task. */
  record HostBegan(long number, @Nullable Instant at, String task, String host)
      implements AnsibleEvent {}

  /** A host is done with a task. */
  record HostEnded(long number, @Nullable Instant at, String task, HostResult result)
      implements AnsibleEvent {}

  /** What one item of a loop changes on a host; comes before the host's end. */
  record Changed(long number, @Nullable Instant at, String task, String host, List<TaskDiff> diffs)
      implements AnsibleEvent {}

  /** The end, with what was counted. */
  record Ended(long number, @Nullable Instant at, List<HostRecap> recap) implements AnsibleEvent {}

  /** One that changes nothing in the tree. */
  record Other(long number, @Nullable Instant at, String kind) implements AnsibleEvent {}
}
