package io.signalbox.handover;

import io.signalbox.action.MoveOptions;
import io.signalbox.failover.Labels;
import io.signalbox.failover.Routing;
import io.signalbox.model.Job;
import io.signalbox.model.WorkflowRun;
import io.signalbox.profile.DeploymentProfile;
import io.signalbox.snapshot.Snapshot;
import io.signalbox.snapshot.SourceException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the jobs that wait for the role, and the probe. */
final class ProofPlanner {
  private static final int MOST_WATCHED = 5;

  private final HandoverSetup setup;
  private final Snapshot snapshot;

  ProofPlanner(HandoverSetup setup, Snapshot snapshot) {
    this.setup = setup;
    this.snapshot = snapshot;
  }

  ProofPlan plan(Routing routing, String repository, MoveOptions options)
      throws InterruptedException {
    List<ProofPlan.Stuck> stuck = new ArrayList<>();
    snapshot.runs().stream()
        .filter(run -> !run.completed())
        .sorted(Comparator.comparing(WorkflowRun::createdAt))
        .filter(run -> run.jobs().stream().anyMatch(job -> waits(job, routing)))
        .limit(MOST_WATCHED)
        .forEach(run -> stuck.add(ProofPlan.Stuck.of(run)));
    ProofPlan.Stuck again = options.rerunStuck() && !stuck.isEmpty() ? stuck.getFirst() : null;
    return new ProofPlan(stuck, again, probe(repository));
  }

  /** A job that the taker will be able to take because of the labels that it is given. */
  private static boolean waits(Job job, Routing routing) {
    return job.status().equals("queued")
        && job.runnerName() == null
        && job.labels().stream().anyMatch(label -> Labels.has(routing.remove(), label));
  }

  private ProofPlan.@Nullable Probe probe(String registeredAt) throws InterruptedException {
    String workflow = setup.profile().failover().probeWorkflow();
    String repository = repository(registeredAt);
    if (workflow.isEmpty() || repository.isEmpty()) {
      return null;
    }
    String file = workflow.substring(workflow.lastIndexOf('/') + 1);
    return new ProofPlan.Probe(repository, file, branch(repository));
  }

  /** Of a runner of an organization: the repository that deploys, else the first one. */
  private String repository(String registeredAt) {
    if (registeredAt.indexOf('/') > 0) {
      return registeredAt;
    }
    DeploymentProfile deployment = setup.profile().deployment();
    var github = setup.profile().sources().github();
    String first =
        github == null || github.repositories().isEmpty() ? "" : github.repositories().getFirst();
    return snapshot.runs().stream()
        .filter(run -> run.path().endsWith("/" + deployment.workflow()))
        .map(WorkflowRun::repository)
        .findFirst()
        .orElse(first);
  }

  private String branch(String repository) throws InterruptedException {
    try {
      var found = setup.work().defaultBranch(repository);
      if (found.isPresent()) {
        return found.get();
      }
    } catch (SourceException e) {
      // the runs tell it too
    }
    return snapshot.runs().stream()
        .filter(run -> run.repository().equals(repository))
        .filter(run -> run.event().equals("workflow_dispatch") && !run.branch().isEmpty())
        .map(WorkflowRun::branch)
        .findFirst()
        .orElse("main");
  }
}
