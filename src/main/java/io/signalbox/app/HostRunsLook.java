package io.signalbox.app;

import io.signalbox.action.ActionException;
import io.signalbox.action.HostRun;
import io.signalbox.action.RunsOnHosts;
import io.signalbox.profile.Profile;
import io.signalbox.remote.durable.DurableRuns;
import io.signalbox.remote.durable.RunMeta;
import io.signalbox.remote.durable.RunStatus;
import io.signalbox.text.SafeText;
import java.nio.file.Path;
import java.util.Comparator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the hosts of a profile keep, in the words of the window. */
final class HostRunsLook implements RunsOnHosts.Look {
  private static final Logger LOG = LoggerFactory.getLogger(HostRunsLook.class);

  private final RunFinder finder;
  private final Path state;

  /** With the record in this folder. */
  HostRunsLook(Profile profile, DurableRuns runs, Path state) {
    this.finder = new RunFinder(profile, runs);
    this.state = state;
  }

  @Override
  public RunsOnHosts now() throws InterruptedException {
    RunFinder.Seen seen = finder.all();
    RecordedVerdicts record = record();
    return new RunsOnHosts(
        seen.runs().stream()
            .map(run -> row(run, record))
            .sorted(Comparator.comparing(RunsOnHosts.Row::startedAt).reversed())
            .toList(),
        seen.silent());
  }

  private RecordedVerdicts record() {
    try {
      return RecordedVerdicts.in(state);
    } catch (ActionException e) {
      LOG.warn("Verdicts are shown by what the hosts keep: {}", e.getMessage());
      return RecordedVerdicts.NONE;
    }
  }

  private static RunsOnHosts.Row row(RunStatus run, RecordedVerdicts record) {
    RunMeta meta = run.meta();
    String what = meta == null ? "" : meta.action() + ": " + String.join(" ", meta.argv());
    return new RunsOnHosts.Row(
        new HostRun(run.host(), run.id()),
        run.state().word(),
        record.of(run).verdict(),
        meta == null ? "" : SafeText.line(meta.startedAt()),
        meta == null ? "" : SafeText.line(meta.owner()),
        SafeText.line(what),
        !run.state().over() || run.left() > 0);
  }
}
