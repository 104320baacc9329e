package io.signalbox.diagnosis;

import io.signalbox.model.Finding;
import io.signalbox.model.NextStep;
import io.signalbox.profile.Profile;
import io.signalbox.profile.RunbooksProfile;
import io.signalbox.snapshot.Examiner;
import io.signalbox.snapshot.Snapshot;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Runs every rule over a snapshot and sorts what they find, worst first. */
public final class Diagnosis implements Examiner {
  private final List<Examiner> rules;
  private final RunbooksProfile runbooks;

  /** The rules for one environment. */
  public Diagnosis(Profile profile) {
    this(profile, List.of());
  }

  /** As above, with rules over what is known beside the snapshot. */
  public Diagnosis(Profile profile, List<Examiner> more) {
    runbooks = profile.runbooks();
    List<Examiner> all = new ArrayList<>();
    all.add(new FailoverRule(profile));
    all.add(new SuggestionRule(profile)); // what is prepared stands before what made it so
    all.add(new RunnerRule(profile));
    all.add(new QueueRule(profile));
    all.add(new RedundancyRule());
    all.add(new SourceRule());
    all.add(new AlertRule());
    all.addAll(more);
    rules = List.copyOf(all);
  }

  @Override
  public List<Finding> examine(Snapshot snapshot) {
    List<Finding> findings = new ArrayList<>();
    rules.forEach(rule -> findings.addAll(rule.examine(snapshot)));
    findings.sort(Comparator.comparing(Finding::severity));
    return findings.stream().map(this::withRunbook).toList();
  }

  /** Findings lead to runbooks by the table that leads alerts there. */
  private Finding withRunbook(Finding finding) {
    String name =
        switch (finding.id()) {
          case "runner-unknown", "monitoring-blind" -> "network";
          case "runner-offline", "runner-degraded" -> finding.id();
          case "alert-critical", "alert-unrated" -> finding.title();
          default -> "";
        };
    return runbooks
        .forName(name)
        .filter(_ -> !name.isEmpty())
        .map(file -> finding.with(new NextStep(NextStep.Verb.RUNBOOK, file, "Open runbook")))
        .orElse(finding);
  }
}
