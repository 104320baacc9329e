package io.signalbox.model;

import java.util.List;

/** One sweep of GitHub over all repositories and organizations of the profile. */
public record GithubReading(
    List<GithubRunner> runners,
    List<WorkflowRun> runs,
    List<Deployment> deployments,
    List<DeployEnvironment> environments,
    RateBudget budget) {}
