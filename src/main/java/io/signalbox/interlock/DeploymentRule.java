package io.signalbox.interlock;

import io.signalbox.model.Deployment;
import io.signalbox.model.Job;
import io.signalbox.model.WorkflowRun;
import io.signalbox.profile.DeploymentProfile;
import io.signalbox.snapshot.GithubSight;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A deployment that runs on the target is not cut off. One that is queued, or runs elsewhere, is a
 * warning: it may wait for this very runner.
 */
final class DeploymentRule extends TargetRule {
  private static final Pattern RUN = Pattern.compile("/actions/runs/(\\d+)");

  @Override
  public String id() {
    return "deployment-in-flight";
  }

  /** Waivable: a deployment that hangs is a reason to act. */
  @Override
  public boolean waivable() {
    return true;
  }

  @Override
  public boolean judgesAborts() {
    return false;
  }

  @Override
  List<Target> subjects(Target target, RuleEvidence evidence) {
    List<Target> runners = RunnersOnHost.of(target, evidence);
    return runners.isEmpty() ? List.of(target) : runners;
  }

  @Override
  Precondition judge(PlanDraft draft, Target target, RuleEvidence evidence) {
    Optional<GithubSight> sight = GithubSight.in(evidence.snapshot());
    Duration age = sight.map(github -> github.age(evidence.now())).orElse(null);
    List<WorkflowRun> open =
        evidence.snapshot().runs().stream().filter(run -> !run.completed()).toList();
    List<Deployment> inFlight =
        evidence.snapshot().deployments().stream().filter(Deployment::inFlight).toList();
    if (draft.aboutVersion()) {
      return anywhere(target, evidence, inFlight, age);
    }
    Optional<String> here =
        open.stream()
            .filter(run -> deploys(run, inFlight, evidence.profile().deployment()))
            .flatMap(run -> jobsOn(run, target.name()))
            .findFirst();
    if (here.isPresent()) {
      return says(Ruling.REFUSE, "a deployment runs on " + target.name() + ": " + here.get(), age);
    }
    Precondition elsewhere = elsewhere(target, evidence, open, inFlight, age);
    if (elsewhere.ruling() != Ruling.PASS) {
      return elsewhere;
    }
    boolean known = sight.isPresent() && FreshnessRule.fresh(sight.get().health(), evidence);
    return known
        ? elsewhere
        : says(Ruling.WARN, "deployments are not known: no fresh answer of GitHub", age);
  }

  /** Two deployments at once are none: whoever brings a version waits for any other. */
  private Precondition anywhere(
      Target target, RuleEvidence evidence, List<Deployment> inFlight, @Nullable Duration age) {
    if (evidence.profile().sources().github() == null) {
      return says(Ruling.PASS, "GitHub is not configured", null);
    }
    Optional<Deployment> other =
        inFlight.stream().filter(one -> one.environment().equals(target.environment())).findFirst();
    if (other.isPresent()) {
      Deployment one = other.get();
      return says(
          Ruling.REFUSE,
          "a deployment of " + one.ref() + " to " + one.environment() + " is " + one.state(),
          age);
    }
    boolean known =
        GithubSight.in(evidence.snapshot())
            .filter(sight -> FreshnessRule.fresh(sight.health(), evidence))
            .isPresent();
    return known
        ? says(Ruling.PASS, "no deployment in flight", age)
        : says(Ruling.WARN, "deployments are not known: no fresh answer of GitHub", age);
  }

  private Precondition elsewhere(
      Target target,
      RuleEvidence evidence,
      List<WorkflowRun> open,
      List<Deployment> inFlight,
      @Nullable Duration age) {
    DeploymentProfile profile = evidence.profile().deployment();
    Optional<Deployment> deployment =
        inFlight.stream().filter(one -> one.environment().equals(target.environment())).findFirst();
    if (deployment.isPresent()) {
      Deployment one = deployment.get();
      return says(
          Ruling.WARN,
          "a deployment of "
              + one.ref()
              + " to "
              + one.environment()
              + " is "
              + one.state()
              + ", not seen on "
              + target.name(),
          age);
    }
    return open.stream()
        .filter(run -> isDeployWorkflow(run, profile))
        .findFirst()
        .map(
            run ->
                says(
                    Ruling.WARN,
                    run.workflow()
                        + " #"
                        + run.number()
                        + " is "
                        + run.status()
                        + ", not seen on "
                        + target.name(),
                    age))
        .orElseGet(() -> says(Ruling.PASS, "no deployment in flight", age));
  }

  private static boolean deploys(
      WorkflowRun run, List<Deployment> inFlight, DeploymentProfile profile) {
    return isDeployWorkflow(run, profile)
        || inFlight.stream().anyMatch(one -> runId(one.runUrl()) == run.id());
  }

  private static boolean isDeployWorkflow(WorkflowRun run, DeploymentProfile profile) {
    return !profile.workflow().isEmpty()
        && (run.path().equals(profile.workflow()) || run.path().endsWith("/" + profile.workflow()));
  }

  private static Stream<String> jobsOn(WorkflowRun run, String runner) {
    return run.jobs().stream()
        .filter(Job::running)
        .filter(job -> runner.equals(job.runnerName()))
        .map(job -> "job \"" + job.name() + "\" of " + run.workflow() + " #" + run.number());
  }

  private static long runId(String url) {
    Matcher matcher = RUN.matcher(url);
    return matcher.find() ? Long.parseLong(matcher.group(1)) : -1;
  }
}
