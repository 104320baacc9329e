package io.signalbox.ansible;

import io.signalbox.ansible.TaskForecast.OnHost;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Classifies the tree of a check run. Check mode does not run commands and leaves what they
 * register half empty; whatever rests on that is not known, however it turned out in check mode.
 */
public final class PreviewClassifier {
  private static final String NOT_REACHED = "the check run never came to it";

  /** What check mode's own results do not tell apart from knowledge (ansible.builtin.command). */
  private static final String WOULD_RUN = "would have run if not in check mode";

  private final Set<String> unknown = new HashSet<>();
  private final List<String> failures = new ArrayList<>();
  private final List<String> reallyRan = new ArrayList<>();

  private PreviewClassifier() {}

  /**
   * The report.
   *
   * @param listing what the playbook names; those of it that were not come to are not known
   */
  public static PreviewReport report(PlaybookTree tree, Listing listing) {
    return new PreviewClassifier().of(tree, listing);
  }

  private PreviewReport of(PlaybookTree tree, Listing listing) {
    List<TaskForecast> tasks = new ArrayList<>();
    List<String> left = new ArrayList<>();
    listing.plays().forEach(play -> left.addAll(play.tasks()));
    for (PlayNode play : tree.plays()) {
      for (TaskNode task : play.tasks()) {
        left.remove(task.name());
        if (task.implicit()) {
          continue;
        }
        tasks.add(classify(play, task));
      }
    }
    int most = tree.ended() ? open(tree, tasks.size()) : Integer.MAX_VALUE;
    for (Listing.Play play : listing.plays()) {
      for (String name : play.tasks()) {
        if (left.remove(name) && most-- > 0) {
          tasks.add(
              new TaskForecast(
                  play.name(), name, "", Forecast.UNPREDICTABLE, NOT_REACHED, List.of()));
        }
      }
    }
    Set<String> hosts = new LinkedHashSet<>(listing.hosts());
    tree.recap().forEach(one -> hosts.add(one.host()));
    return new PreviewReport(tasks, List.copyOf(hosts), reallyRan, failures);
  }

  /** How many tasks can be left: Ansible lists words for itself (meta) among the tasks. */
  private static int open(PlaybookTree tree, int come) {
    return tree.expected() == 0 ? Integer.MAX_VALUE : Math.max(0, tree.expected() - come);
  }

  private TaskForecast classify(PlayNode play, TaskNode task) {
    TaskTraits traits = task.traits();
    Optional<String> asked = first(traits.asks());
    Optional<String> used = first(traits.uses());
    boolean harmless = task.action().endsWith("debug");
    List<OnHost> hosts = new ArrayList<>();
    for (HostResult host : task.hosts()) {
      hosts.add(onHost(task, host, asked, harmless ? Optional.empty() : used));
    }
    OnHost worst =
        hosts.stream()
            .max((one, other) -> one.forecast().compareTo(other.forecast()))
            .orElse(new OnHost("", Forecast.UNPREDICTABLE, NOT_REACHED, List.of()));
    if (traits.alwaysRuns() && !hosts.isEmpty()) {
      reallyRan.add(task.name());
    }
    remember(traits, worst.forecast() == Forecast.UNPREDICTABLE || used.isPresent());
    return new TaskForecast(
        play.name(), task.name(), task.action(), worst.forecast(), worst.why(), hosts);
  }

  private Optional<String> first(Set<String> names) {
    return names.stream().filter(unknown::contains).sorted().findFirst();
  }

  private void remember(TaskTraits traits, boolean open) {
    Set<String> kept = new HashSet<>(traits.sets());
    if (!traits.registers().isEmpty()) {
      kept.add(traits.registers());
    }
    if (open) {
      unknown.addAll(kept);
    } else {
      unknown.removeAll(kept);
    }
  }

  private OnHost onHost(
      TaskNode task, HostResult host, Optional<String> asked, Optional<String> used) {
    if (host.state().bad() || host.state() == HostState.RESCUED) {
      failures.add(task.name() + " on " + host.host() + ": " + host.message());
      return unsure(host, "in check mode it is " + host.state().word() + ": " + host.message());
    }
    if (host.skip() == Skip.CHECK_MODE || host.message().contains(WOULD_RUN)) {
      return unsure(host, "check mode does not run it");
    }
    if (host.state() == HostState.RUNNING || host.state() == HostState.IGNORED) {
      return unsure(host, "in check mode it is " + host.state().word() + ": " + host.message());
    }
    if (asked.isPresent()) {
      return unsure(
          host, "whether it runs depends on `" + asked.get() + "`, not known in check mode");
    }
    if (host.state() == HostState.SKIPPED) {
      return new OnHost(host.host(), Forecast.SKIPPED, host.message(), List.of());
    }
    if (used.isPresent()) {
      return unsure(host, "it uses `" + used.get() + "`, not known in check mode");
    }
    Forecast forecast =
        host.state() == HostState.CHANGED ? Forecast.WILL_CHANGE : Forecast.UNCHANGED;
    return new OnHost(host.host(), forecast, "", host.diffs());
  }

  private static OnHost unsure(HostResult host, String why) {
    return new OnHost(host.host(), Forecast.UNPREDICTABLE, why, host.diffs());
  }
}
