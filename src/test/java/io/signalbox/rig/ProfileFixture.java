package io.signalbox.rig;

import io.signalbox.model.RunnerRole;
import io.signalbox.profile.DeploymentProfile;
import io.signalbox.profile.EnvironmentProfile;
import io.signalbox.profile.FreezeWindow;
import io.signalbox.profile.GithubSource;
import io.signalbox.profile.HostProfile;
import io.signalbox.profile.HttpSource;
import io.signalbox.profile.Profile;
import io.signalbox.profile.RunbooksProfile;
import io.signalbox.profile.RunnerProfile;
import io.signalbox.profile.SignalsProfile;
import io.signalbox.profile.SourcesProfile;
import io.signalbox.profile.SshEndpoint;
import io.signalbox.profile.SshProfile;
import io.signalbox.profile.Thresholds;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A small profile with one runner on one host, to be varied. */
public record ProfileFixture(
    boolean protectedEnvironment,
    boolean readOnly,
    boolean github,
    boolean prometheus,
    @Nullable SshEndpoint ssh,
    boolean locked,
    List<FreezeWindow> freeze,
    SshProfile files) {
  /** The runner's unit. */
  public static final String UNIT = "actions.runner.acme-shop.shop-runner-a.service";

  /** An open, unprotected environment with GitHub and Prometheus. */
  public static ProfileFixture open(@Nullable SshEndpoint ssh) {
    return new ProfileFixture(
        false, false, true, true, ssh, false, List.of(), new SshProfile(null, null));
  }

  /** With these SSH files. */
  public ProfileFixture files(@Nullable Path config, @Nullable Path knownHosts) {
    return new ProfileFixture(
        protectedEnvironment,
        readOnly,
        github,
        prometheus,
        ssh,
        locked,
        freeze,
        new SshProfile(config, knownHosts));
  }

  /** With other switches. */
  public ProfileFixture environment(boolean isProtected, boolean isReadOnly) {
    return new ProfileFixture(
        isProtected, isReadOnly, github, prometheus, ssh, locked, freeze, files);
  }

  /** With these sources. */
  public ProfileFixture sources(boolean withGithub, boolean withPrometheus) {
    return new ProfileFixture(
        protectedEnvironment, readOnly, withGithub, withPrometheus, ssh, locked, freeze, files);
  }

  /** With a host that is locked, and these freeze windows. */
  public ProfileFixture closed(boolean isLocked, List<FreezeWindow> windows) {
    return new ProfileFixture(
        protectedEnvironment, readOnly, github, prometheus, ssh, isLocked, windows, files);
  }

  /** The profile: runner shop-runner-a on host runner-a in environment production. */
  public Profile profile() {
    return new Profile(
        Path.of("test.yaml"),
        new EnvironmentProfile("production", "red", protectedEnvironment, readOnly),
        new SourcesProfile(
            prometheus
                ? List.of(
                    new HttpSource(
                        "main",
                        URI.create("http://127.0.0.1:1"),
                        Duration.ofSeconds(5),
                        null,
                        null))
                : List.of(),
            List.of(),
            github
                ? new GithubSource(
                    URI.create("http://127.0.0.1:1"),
                    Duration.ofSeconds(15),
                    List.of("acme/shop"),
                    List.of(),
                    null,
                    null)
                : null,
            List.of()),
        files,
        new SignalsProfile(List.of("hostname"), Map.of()),
        Thresholds.DEFAULT,
        List.of(new HostProfile("runner-a", "runner-a", List.of(), ssh, locked)),
        List.of(
            new RunnerProfile(
                "shop-runner-a", "runner-a", UNIT, RunnerRole.PRIMARY, List.of(), false)),
        null,
        freeze,
        new RunbooksProfile(List.of(), Map.of()),
        new DeploymentProfile("deploy.yml", "Deploy to production", List.of("production")));
  }
}
