package io.signalbox.handover;

import io.signalbox.action.Evidence;
import io.signalbox.action.Progress;
import io.signalbox.failover.Labels;
import io.signalbox.model.Job;
import io.signalbox.snapshot.SourceException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** Waits until a job is seen on the new runner: the only thing that proves that it takes jobs. */
final class JobProof {
  private static final Duration BETWEEN = Duration.ofSeconds(2);

  /** What was seen. */
  enum Seen {
    ON_TAKER,
    ELSEWHERE,
    NOWHERE
  }

  /**
   * A run to look at.
   *
   * @param any every job counts; otherwise only those that ask for the role
   * @param old jobs that had a runner before anything was changed: they prove nothing
   */
  record Watched(String repository, long run, String what, boolean any, Set<ProofPlan.Begun> old) {}

  private final HandoverSetup setup;
  private final Progress progress;
  private final Move move;

  JobProof(HandoverSetup setup, Progress progress, Move move) {
    this.setup = setup;
    this.progress = progress;
    this.move = move;
  }

  private String question() {
    return "A job runs on " + move.to().name();
  }

  /** Looks again and again until it is seen, or patience ends. */
  Seen await(List<Watched> runs, Duration patience) throws InterruptedException {
    Instant deadline = setup.clock().instant().plus(patience);
    while (true) {
      String waiting = "";
      for (Watched run : runs) {
        try {
          for (Job job : setup.work().jobs(run.repository(), run.run())) {
            if (!counts(run, job)) {
              continue;
            }
            String runner = job.runnerName();
            if (move.to().name().equals(runner)) {
              say(Evidence.Result.PROVED, words(run, job) + " is on " + runner);
              return Seen.ON_TAKER;
            }
            if (move.from().name().equals(runner) && !job.completed()) {
              say(Evidence.Result.DISPROVED, words(run, job) + " is on " + runner);
              return Seen.ELSEWHERE;
            }
            waiting = words(run, job) + " is " + job.status();
          }
        } catch (SourceException e) {
          waiting = String.valueOf(e.getMessage());
        }
      }
      Instant now = setup.clock().instant();
      if (!now.isBefore(deadline)) {
        String seen = waiting.isEmpty() ? "no job that asks for the role was seen" : waiting;
        say(Evidence.Result.NOT_READABLE, seen + " after " + patience.toSeconds() + " s");
        return Seen.NOWHERE;
      }
      Duration left = Duration.between(now, deadline);
      setup.pause().of(left.compareTo(BETWEEN) < 0 ? left : BETWEEN);
    }
  }

  private boolean counts(Watched run, Job job) {
    boolean asks =
        run.any()
            || job.labels().stream().anyMatch(label -> Labels.has(move.routing().remove(), label));
    return asks && run.old().stream().noneMatch(one -> one.is(job));
  }

  private static String words(Watched run, Job job) {
    return "job \"" + job.name() + "\" of " + run.what();
  }

  void say(Evidence.Result result, String words) {
    progress.evidence(new Evidence(question(), result, words, setup.clock().instant()));
  }
}
