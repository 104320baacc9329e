package io.signalbox.runbook;

import io.signalbox.profile.GithubSource;
import io.signalbox.profile.HostProfile;
import io.signalbox.profile.Profile;
import io.signalbox.profile.RunnerProfile;
import io.signalbox.profile.SshEndpoint;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is known already of a step's gaps: from the alert's labels, the selected runner or host, and
 * the profile, in this order. Names are compared by their letters and digits alone.
 */
public final class Suggestions {
  private final Map<String, Suggestion> known = new LinkedHashMap<>();

  private Suggestions() {}

  /**
   * For what is selected.
   *
   * @param labels of the alert that led here, empty where none did
   * @param runner its name on GitHub, null where none is selected
   * @param host its name in the profile, null where none is selected
   */
  public static Suggestions of(
      Profile profile, Map<String, String> labels, @Nullable String runner, @Nullable String host) {
    Suggestions all = new Suggestions();
    labels.forEach((name, value) -> all.add(value, "the alert's label " + name, name));
    String byLabel = labels.getOrDefault("runner_name", "");
    String hostByLabel = labels.getOrDefault("hostname", "");
    Optional<RunnerProfile> chosen =
        runner != null
            ? profile.runner(runner)
            : profile
                .runner(byLabel)
                .or(() -> onHost(profile, hostByLabel))
                .or(() -> only(profile, host == null ? "" : host));
    if (runner != null) {
      all.add(runner, "the selected runner", "runner", "runner-name", "github-name");
    }
    chosen.ifPresent(one -> all.runner(one));
    String machine = host != null ? host : chosen.map(RunnerProfile::host).orElse("");
    Optional<HostProfile> place = profile.host(machine).or(() -> byHostname(profile, hostByLabel));
    place.ifPresent(all::host);
    all.profile(profile);
    return all;
  }

  private static Optional<RunnerProfile> onHost(Profile profile, String hostname) {
    return byHostname(profile, hostname).flatMap(host -> only(profile, host.name()));
  }

  /** Where several are on one host, none of them is meant. */
  private static Optional<RunnerProfile> only(Profile profile, String host) {
    List<RunnerProfile> there =
        profile.runners().stream()
            .filter(one -> !host.isEmpty() && one.host().equals(host))
            .toList();
    return there.size() == 1 ? Optional.of(there.getFirst()) : Optional.empty();
  }

  private static Optional<HostProfile> byHostname(Profile profile, String hostname) {
    return profile.hosts().stream()
        .filter(host -> !hostname.isEmpty())
        .filter(host -> host.hostname().equals(hostname) || host.name().equals(hostname))
        .findFirst();
  }

  private void runner(RunnerProfile runner) {
    String from = "runner " + runner.github() + " in the profile";
    add(runner.github(), from, "runner", "runner-name", "github-name", "name");
    add(runner.unit(), from, "unit", "runner-unit", "service", "service-name", "runner-service");
    add(runner.role().word(), from, "role", "runner-role");
  }

  private void host(HostProfile host) {
    String from = "host " + host.name() + " in the profile";
    String called = host.hostname().isEmpty() ? host.name() : host.hostname();
    add(called, from, "hostname", "host", "host-name", "runner-host", "runner-hostname", "server");
    if (!host.instances().isEmpty()) {
      add(host.instances().getFirst(), from, "instance");
    }
    SshEndpoint ssh = host.ssh();
    if (ssh != null) {
      add(ssh.host(), from, "ip", "host-ip", "runner-ip", "address", "runner-address", "target");
      if (ssh.user() != null) {
        add(ssh.user(), from, "user", "ssh-user");
      }
    }
  }

  private void profile(Profile profile) {
    add(profile.environment().name(), "the profile", "environment", "env");
    GithubSource github = profile.sources().github();
    if (github != null) {
      add(github.api().toString(), "the profile", "github-api", "github-url");
    }
    if (github != null && !github.repositories().isEmpty()) {
      String repository = github.repositories().getFirst();
      int slash = repository.indexOf('/');
      add(repository, "the profile", "repository", "owner-repo", "github-repository");
      add(repository.substring(0, slash), "the profile", "org", "owner", "your-org", "your-owner");
      add(repository.substring(slash + 1), "the profile", "repo", "your-repo", "repo-name");
    }
    profile.sources().prometheus().stream()
        .findFirst()
        .ifPresent(one -> add(one.url().toString(), "the profile", "prometheus", "prometheus-url"));
  }

  private void add(String value, String from, String... names) {
    if (!value.isBlank()) {
      for (String name : names) {
        known.putIfAbsent(bare(name), new Suggestion(value, from));
      }
    }
  }

  private static String bare(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
  }

  /** What is known for this gap. */
  public Optional<Suggestion> of(Placeholder placeholder) {
    return Optional.ofNullable(known.get(bare(placeholder.name())));
  }

  /** Values for all of a step's gaps that are known, by their names. */
  public Map<String, String> values(Step step) {
    Map<String, String> values = new LinkedHashMap<>();
    step.placeholders()
        .forEach(gap -> of(gap).ifPresent(one -> values.put(gap.name(), one.value())));
    return values;
  }
}
