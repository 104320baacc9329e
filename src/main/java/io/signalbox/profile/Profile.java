package io.signalbox.profile;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One environment: where to look, what is expected there, and how to reach it. Immutable, safe on
 * every thread.
 *
 * @param file where it was read from
 * @param runners the identity map; empty means that runners are discovered from GitHub
 * @param control the control host and its directory, null where there is none
 */
public record Profile(
    Path file,
    EnvironmentProfile environment,
    SourcesProfile sources,
    SshProfile ssh,
    SignalsProfile signals,
    Thresholds thresholds,
    List<HostProfile> hosts,
    List<RunnerProfile> runners,
    @Nullable ControlProfile control,
    List<FreezeWindow> freeze,
    RunbooksProfile runbooks,
    DeploymentProfile deployment,
    FailoverProfile failover,
    RollbackProfile rollback,
    HealthProfile health) {

  /** Where nothing is said of failover, rollback and health. */
  public Profile(
      Path file,
      EnvironmentProfile environment,
      SourcesProfile sources,
      SshProfile ssh,
      SignalsProfile signals,
      Thresholds thresholds,
      List<HostProfile> hosts,
      List<RunnerProfile> runners,
      @Nullable ControlProfile control,
      List<FreezeWindow> freeze,
      RunbooksProfile runbooks,
      DeploymentProfile deployment) {
    this(
        file,
        environment,
        sources,
        ssh,
        signals,
        thresholds,
        hosts,
        runners,
        control,
        freeze,
        runbooks,
        deployment,
        FailoverProfile.NONE,
        RollbackProfile.NONE,
        HealthProfile.NONE);
  }

  /** An environment of which nothing but its name is known: no source, no runner, no host. */
  public static Profile empty(Path file, EnvironmentProfile environment) {
    return new Profile(
        file,
        environment,
        new SourcesProfile(List.of(), List.of(), null, List.of()),
        new SshProfile(null, null),
        new SignalsProfile(List.of(), Map.of()),
        Thresholds.DEFAULT,
        List.of(),
        List.of(),
        null,
        List.of(),
        new RunbooksProfile(List.of(), Map.of()),
        new DeploymentProfile("", "", List.of()));
  }

  /** The host with this name. */
  public Optional<HostProfile> host(String name) {
    return hosts.stream().filter(host -> host.name().equals(name)).findFirst();
  }

  /** The runner with this GitHub name. */
  public Optional<RunnerProfile> runner(String githubName) {
    return runners.stream().filter(runner -> runner.github().equals(githubName)).findFirst();
  }
}
