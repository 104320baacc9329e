package io.signalbox.diagnosis;

import io.signalbox.failover.FailoverState;
import io.signalbox.model.Finding;
import io.signalbox.model.NextStep;
import io.signalbox.model.Severity;
import io.signalbox.profile.Profile;
import io.signalbox.snapshot.Examiner;
import io.signalbox.snapshot.Snapshot;
import java.util.List;

/**
 * A failover that is half done stops or doubles deployments; one that is done is owed a way back.
 */
final class FailoverRule implements Examiner {
  private final Profile profile;

  FailoverRule(Profile profile) {
    this.profile = profile;
  }

  @Override
  public List<Finding> examine(Snapshot snapshot) {
    FailoverState state = FailoverState.of(snapshot, profile);
    return switch (state.kind()) {
      case BOTH_ACTIVE -> List.of(half(state, state.standIns().getFirst()));
      case NONE_ACTIVE -> {
        List<String> gone = FailoverState.gone(snapshot, profile);
        yield List.of(gone.isEmpty() ? half(state, state.home().getFirst()) : nobody(state, gone));
      }
      case MOVED ->
          List.of(
              new Finding(
                      "failback-owed",
                      Severity.WARNING,
                      state.words(),
                      "By the labels that GitHub has; it stays here until the role is back",
                      "Fail back once " + state.home().getFirst() + " is online again",
                      state.standIns().getFirst())
                  .with(
                      new NextStep(
                          NextStep.Verb.FAILBACK, state.standIns().getFirst(), "Plan failback…")));
      default -> List.of();
    };
  }

  private static Finding nobody(FailoverState state, List<String> gone) {
    return new Finding(
            "role-gone",
            Severity.CRITICAL,
            state.words(),
            "GitHub does not list " + String.join(", ", gone) + " any more",
            "Fail over to a runner that is there: there is no label to take from one that is gone",
            gone.getFirst())
        .with(new NextStep(NextStep.Verb.FAILOVER, gone.getFirst(), "Plan failover…"));
  }

  private static Finding half(FailoverState state, String runner) {
    return new Finding(
            "failover-half-done",
            Severity.CRITICAL,
            state.words(),
            "By the labels that GitHub has",
            "Finish it: run the same failover again; or undo the run that began it",
            runner)
        .with(new NextStep(NextStep.Verb.FAILOVER, runner, "Finish or undo…"));
  }
}
