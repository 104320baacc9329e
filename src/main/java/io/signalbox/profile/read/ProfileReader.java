package io.signalbox.profile.read;

import io.signalbox.profile.EnvironmentProfile;
import io.signalbox.profile.HostProfile;
import io.signalbox.profile.Profile;
import io.signalbox.profile.RunnerProfile;
import io.signalbox.profile.SourcesProfile;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads a profile file. Blocks on the disk; asks no source and resolves no name. */
public final class ProfileReader {
  private final Path home;

  /** {@code home} is what {@code ~} stands for. */
  public ProfileReader(Path home) {
    this.home = home;
  }

  /** Reads one file; every mistake in it becomes a problem, nothing is thrown. */
  public ProfileResult read(Path file) {
    Problems problems = new Problems(file);
    MappingNode root = YamlFile.read(file, problems);
    Profile profile = root == null ? null : profile(file, root, problems);
    return new ProfileResult(profile, problems.inOrder());
  }

  private @Nullable Profile profile(Path file, MappingNode root, Problems problems) {
    Path folder = Optional.ofNullable(file.toAbsolutePath().getParent()).orElse(home);
    Values values = new Values(folder, home);
    Fields top = new Fields(root, "", problems);
    SecretScan.scan(root, "", problems);
    version(values, top);
    Optional<EnvironmentProfile> environment = new EnvironmentReader(values).read(top);
    Optional<SourcesProfile> sources = new SourcesReader(values).read(top);
    reviewNeedsGithub(top, environment, sources);
    String name = environment.map(EnvironmentProfile::name).orElse("");
    HostsReader hostsReader = new HostsReader(values);
    List<HostProfile> hosts = hostsReader.hosts(top);
    List<RunnerProfile> runners = hostsReader.runners(top, hosts);
    OtherSections others = new OtherSections(values);
    ActionSections actions = new ActionSections(values);
    Profile profile =
        new Profile(
            file,
            environment.orElse(new EnvironmentProfile("", "grey", true, true)),
            sources.orElse(new SourcesProfile(List.of(), List.of(), null, List.of())),
            others.ssh(top),
            new SignalsReader(values).read(top, name, !runners.isEmpty()),
            others.thresholds(top),
            hosts,
            runners,
            others.control(top, hosts),
            others.freeze(top),
            others.runbooks(top),
            others.deployment(top),
            actions.failover(top),
            actions.rollback(top),
            actions.health(top));
    top.noOthers();
    return environment.isPresent() && sources.isPresent() ? profile : null;
  }

  /** A way to approve that silently is none would be missed in the night it is needed. */
  private static void reviewNeedsGithub(
      Fields top, Optional<EnvironmentProfile> environment, Optional<SourcesProfile> sources) {
    Node at = top.get("environment");
    boolean reviewed = environment.filter(one -> one.review() != null).isPresent();
    boolean github = sources.filter(one -> one.github() != null).isPresent();
    if (at != null && reviewed && sources.isPresent() && !github) {
      top.problems()
          .add(
              at,
              "environment.review",
              "is read from GitHub, which is no source here; give `sources.github`, or remove it");
    }
  }

  private static void version(Values values, Fields top) {
    if (top.get("version") == null) {
      top.missing("version", "write `version: 1`");
      return;
    }
    Optional<Double> version = values.number(top, "version");
    if (version.isPresent() && version.get() != 1) {
      top.problems()
          .add(
              top.node(),
              "version",
              "is "
                  + (version.get() == Math.rint(version.get())
                      ? String.valueOf(version.get().longValue())
                      : version.get())
                  + ", but this console reads version 1; upgrade it or write `version: 1`");
    }
  }
}
