package io.signalbox.app;

import io.signalbox.action.HostRun;
import io.signalbox.action.RunsOnHosts;
import io.signalbox.command.RunVerdict;
import io.signalbox.profile.Profile;
import io.signalbox.remote.durable.DurableRuns;
import io.signalbox.remote.durable.RunMeta;
import io.signalbox.remote.durable.RunStatus;
import io.signalbox.text.SafeText;
import java.util.Comparator;

/** What the hosts of a profile keep, in the words of the window. */
final class HostRunsLook implements RunsOnHosts.Look {
  private final RunFinder finder;

  HostRunsLook(Profile profile, DurableRuns runs) {
    this.finder = new RunFinder(profile, runs);
  }

  @Override
  public RunsOnHosts now() throws InterruptedException {
    RunFinder.Seen seen = finder.all();
    return new RunsOnHosts(
        seen.runs().stream()
            .map(HostRunsLook::row)
            .sorted(Comparator.comparing(RunsOnHosts.Row::startedAt).reversed())
            .toList(),
        seen.silent());
  }

  private static RunsOnHosts.Row row(RunStatus run) {
    RunMeta meta = run.meta();
    String what = meta == null ? "" : meta.action() + ": " + String.join(" ", meta.argv());
    return new RunsOnHosts.Row(
        new HostRun(run.host(), run.id()),
        run.state().word(),
        RunVerdict.of(run).verdict(),
        meta == null ? "" : SafeText.line(meta.startedAt()),
        meta == null ? "" : SafeText.line(meta.owner()),
        SafeText.line(what),
        !run.state().over() || run.left() > 0);
  }
}
