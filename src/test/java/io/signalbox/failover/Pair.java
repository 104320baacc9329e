package io.signalbox.failover;

import io.signalbox.model.GithubReading;
import io.signalbox.model.GithubRunner;
import io.signalbox.model.Input;
import io.signalbox.model.InputState;
import io.signalbox.model.Job;
import io.signalbox.model.RateBudget;
import io.signalbox.model.RunnerRole;
import io.signalbox.model.RunnerState;
import io.signalbox.model.RunnerTruth;
import io.signalbox.model.Signal;
import io.signalbox.model.SourceId;
import io.signalbox.model.SourceKind;
import io.signalbox.model.WorkflowRun;
import io.signalbox.profile.DeploymentProfile;
import io.signalbox.profile.EnvironmentProfile;
import io.signalbox.profile.FailoverProfile;
import io.signalbox.profile.HealthProfile;
import io.signalbox.profile.HostProfile;
import io.signalbox.profile.Profile;
import io.signalbox.profile.RollbackProfile;
import io.signalbox.profile.RunbooksProfile;
import io.signalbox.profile.RunnerProfile;
import io.signalbox.profile.SignalsProfile;
import io.signalbox.profile.SourcesProfile;
import io.signalbox.profile.SshProfile;
import io.signalbox.profile.Thresholds;
import io.signalbox.snapshot.Reading;
import io.signalbox.snapshot.Snapshot;
import io.signalbox.snapshot.SourceHealth;
import io.signalbox.snapshot.SourceState;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A primary, and stand-ins beside it, step by step. */
final class Pair {
  static final Instant NOW = Instant.parse("2026-03-01T03:12:45Z");
  static final List<String> REQUIRES = List.of("self-hosted", "production", "primary");
  static final List<String> PRIMARY = List.of("self-hosted", "Linux", "production", "primary");
  static final List<String> SECONDARY = List.of("self-hosted", "Linux", "production", "secondary");

  final Map<String, List<String>> labels = new HashMap<>();
  final List<String> offline = new ArrayList<>();
  final List<String> busy = new ArrayList<>();
  final List<String> unlisted = new ArrayList<>();
  final List<WorkflowRun> runs = new ArrayList<>();
  final Map<String, Double> cpu = new HashMap<>();
  final List<RunnerProfile> runners = new ArrayList<>();
  FailoverProfile.Limits limits;
  boolean partial;
  boolean stale;
  Duration offlineFor = Duration.ofMinutes(41);

  Pair() {
    runner("shop-runner-a", "runner-a", RunnerRole.PRIMARY, PRIMARY, false);
    runner("shop-runner-b", "runner-b", RunnerRole.SECONDARY, SECONDARY, true);
  }

  Pair runner(String name, String host, RunnerRole role, List<String> expected, boolean approved) {
    runners.add(new RunnerProfile(name, host, name + ".service", role, expected, approved));
    labels.put(name, expected);
    return this;
  }

  Profile profile() {
    return new Profile(
        Path.of("test.yaml"),
        new EnvironmentProfile("production", "red", true, true),
        new SourcesProfile(List.of(), List.of(), null, List.of()),
        new SshProfile(null, null),
        new SignalsProfile(List.of("hostname"), Map.of()),
        Thresholds.DEFAULT,
        List.of(host("runner-a", "192.0.2.51:9101"), host("runner-b", "192.0.2.52:9101")),
        runners,
        null,
        List.of(),
        new RunbooksProfile(List.of(), Map.of()),
        new DeploymentProfile("deploy.yml", "Deploy to production", REQUIRES),
        new FailoverProfile(limits, List.of(), "", List.of()),
        RollbackProfile.NONE,
        HealthProfile.NONE);
  }

  private static HostProfile host(String name, String instance) {
    return new HostProfile(name, name, List.of(instance), null, false);
  }

  Snapshot snapshot() {
    List<GithubRunner> listed = new ArrayList<>();
    List<RunnerTruth> truths = new ArrayList<>();
    long id = 100;
    for (RunnerProfile one : runners) {
      String name = one.github();
      boolean online = !offline.contains(name);
      List<String> own = labels.get(name);
      GithubRunner runner =
          new GithubRunner(
              ++id, "acme/shop", name, "Linux", online, busy.contains(name), own, "2.330.0");
      if (!unlisted.contains(name)) {
        listed.add(runner);
      }
      truths.add(truth(one, id, online, own));
    }
    GithubReading reading =
        new GithubReading(listed, runs, List.of(), List.of(), RateBudget.NOT_KNOWN);
    Reading<GithubReading> answer = new Reading<>(reading, partial, List.of(), "");
    SourceState<GithubReading> state =
        stale ? new SourceState.Stale<>(answer, NOW) : new SourceState.Fresh<>(answer, NOW);
    return new Snapshot(
        1,
        NOW,
        "production",
        List.of(new SourceHealth(new SourceId(SourceKind.GITHUB, "github"), state)),
        truths,
        List.of(),
        List.of(),
        List.of(),
        runs,
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }

  private RunnerTruth truth(RunnerProfile one, long id, boolean online, List<String> own) {
    boolean working = busy.contains(one.github());
    Map<String, Input> inputs = new HashMap<>();
    Double load = cpu.get(one.github());
    if (load != null) {
      inputs.put(
          Signal.CPU.key(), new Input("cpu", InputState.FRESH, load, null, NOW, "prometheus/main"));
    }
    return new RunnerTruth(
        one.github(),
        id,
        one.host(),
        one.role(),
        !online ? RunnerState.OFFLINE : working ? RunnerState.BUSY : RunnerState.ONLINE,
        NOW.minus(offlineFor),
        working,
        null,
        own,
        one.labels(),
        one.unit(),
        List.of(),
        List.of(),
        inputs,
        Map.of(),
        List.of());
  }

  /** A deploy that waits. */
  Pair queued(String runStatus, String jobStatus) {
    Job job =
        new Job(
            2,
            1,
            "Deploy to production",
            jobStatus,
            null,
            NOW.minusSeconds(600),
            null,
            null,
            null,
            REQUIRES,
            List.of(),
            "");
    runs.add(
        new WorkflowRun(
            1,
            "acme/shop",
            "Deploy",
            ".github/workflows/deploy.yml",
            412,
            1,
            "workflow_dispatch",
            "Deploy",
            "main",
            "abc",
            runStatus,
            null,
            "ana",
            NOW.minusSeconds(620),
            null,
            null,
            "",
            List.of(job),
            true));
    return this;
  }
}
