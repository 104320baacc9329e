package io.signalbox.ui.failover;

import io.signalbox.failover.Candidate;
import io.signalbox.failover.Check;
import io.signalbox.model.Input;
import io.signalbox.model.RunnerState;
import io.signalbox.model.RunnerTruth;
import io.signalbox.model.Signal;
import io.signalbox.snapshot.Snapshot;
import java.util.Comparator;
import java.util.List;

/**
 * A candidate with the numbers of its columns. Pure.
 *
 * @param cpu percent in words, a dash where it is not known
 */
record CandidateLine(
    Candidate candidate, RunnerState state, String cpu, String memory, String disk) {
  /** Those that qualify first, then those that are approved, who cannot stand for it last. */
  static List<CandidateLine> of(Snapshot snapshot, List<Candidate> candidates) {
    return candidates.stream()
        .map(one -> of(snapshot, one))
        .sorted(
            Comparator.comparing((CandidateLine line) -> !line.candidate().qualifies())
                .thenComparing(line -> !line.candidate().eligible())
                .thenComparing(line -> line.candidate().fails("approved"))
                .thenComparing(CandidateLine::runner))
        .toList();
  }

  private static CandidateLine of(Snapshot snapshot, Candidate candidate) {
    RunnerTruth truth = snapshot.runner(candidate.runner()).orElse(null);
    if (truth == null) {
      return new CandidateLine(candidate, RunnerState.UNKNOWN, "–", "–", "–");
    }
    return new CandidateLine(
        candidate,
        truth.state(),
        percent(truth.input(Signal.CPU)),
        percent(truth.input(Signal.MEMORY)),
        percent(truth.input(Signal.DISK)));
  }

  private static String percent(Input input) {
    Double number = input.number();
    return number == null || !input.fresh() ? "–" : Math.round(number) + "\u00a0%";
  }

  String runner() {
    return candidate.runner();
  }

  boolean qualifies() {
    return candidate.qualifies();
  }

  /** Why not; else how much of it was checked. */
  String note() {
    if (!qualifies()) {
      return candidate.whyNot();
    }
    long passed = count(Check.Verdict.PASS);
    long open = count(Check.Verdict.NOT_CHECKED);
    return passed + " checks pass" + (open == 0 ? "" : ", " + open + " not checked");
  }

  private long count(Check.Verdict verdict) {
    return candidate.checks().stream().filter(check -> check.verdict() == verdict).count();
  }
}
