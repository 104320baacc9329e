package io.signalbox.failover;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A job that has not begun, and why.
 *
 * @param id 0 where GitHub has not made jobs of the run yet
 * @param status GitHub's word
 * @param since when it entered the queue, null where GitHub does not tell
 * @param givesUpAt when GitHub ends it as failed if no runner has taken it, null where it waits for
 *     something else or the time is not known
 * @param runners the verdict on each runner; empty where it does not wait for one of these
 * @param hosted it asks for a runner of GitHub's own, of which nothing is known here
 * @param why how it is known what it waits for, empty where the verdicts say it
 */
public record QueuedJob(
    long id,
    String name,
    String status,
    List<String> labels,
    WaitsFor waitsFor,
    @Nullable Instant since,
    @Nullable Instant givesUpAt,
    List<RunnerVerdict> runners,
    boolean hosted,
    String why) {
  /** What has to happen before it begins. */
  public enum WaitsFor {
    /** An online, idle runner with all labels. */
    RUNNER("runner"),
    /** Another run of the same concurrency group has to end. */
    CONCURRENCY("concurrency"),
    /** Somebody has to approve the deployment. */
    APPROVAL("approval");

    private final String word;

    WaitsFor(String word) {
      this.word = word;
    }

    /** The word for screen and JSON. */
    public String word() {
      return word;
    }
  }

  /** Copies the lists. */
  public QueuedJob {
    labels = List.copyOf(labels);
    runners = List.copyOf(runners);
  }

  /** True when some runner would take it right now. */
  public boolean aboutToStart() {
    return runners.stream().anyMatch(one -> one.verdict() == RunnerVerdict.Kind.READY);
  }

  /** True when some runner with all its labels takes jobs, be it busy now. */
  public boolean anyTakesIt() {
    return runners.stream()
        .anyMatch(
            one ->
                one.verdict() == RunnerVerdict.Kind.READY
                    || one.verdict() == RunnerVerdict.Kind.BUSY);
  }
}
