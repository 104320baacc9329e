package io.signalbox.diagnosis;

import io.signalbox.model.Finding;
import io.signalbox.profile.Profile;
import io.signalbox.snapshot.Examiner;
import io.signalbox.snapshot.Snapshot;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Runs every rule over a snapshot and sorts what they find, worst first. */
public final class Diagnosis implements Examiner {
  private final List<Examiner> rules;

  /** The rules for one environment. */
  public Diagnosis(Profile profile) {
    rules =
        List.of(
            new FailoverRule(profile),
            new SuggestionRule(profile), // what is prepared stands before what made it so
            new RunnerRule(profile.thresholds()),
            new QueueRule(profile),
            new RedundancyRule(),
            new SourceRule(),
            new AlertRule());
  }

  @Override
  public List<Finding> examine(Snapshot snapshot) {
    List<Finding> findings = new ArrayList<>();
    rules.forEach(rule -> findings.addAll(rule.examine(snapshot)));
    findings.sort(Comparator.comparing(Finding::severity));
    return List.copyOf(findings);
  }
}
