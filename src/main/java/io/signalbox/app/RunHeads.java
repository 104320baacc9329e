package io.signalbox.app;

import io.signalbox.journal.RemoteHeads;
import io.signalbox.remote.durable.RunMeta;
import io.signalbox.remote.durable.RunStatus;
import java.util.ArrayList;
import java.util.List;

/** The heads that the run directories of a profile's hosts keep. */
final class RunHeads implements RemoteHeads {
  private final RunFinder finder;
  private final String owner;
  private final String from;

  RunHeads(RunFinder finder, String owner, String from) {
    this.finder = finder;
    this.owner = owner;
    this.from = from;
  }

  @Override
  public Known heads() throws InterruptedException {
    RunFinder.Seen seen = finder.all();
    List<RemoteHead> heads = new ArrayList<>();
    for (RunStatus run : seen.runs()) {
      RunMeta meta = run.meta();
      if (meta != null
          && meta.owner().equals(owner)
          && meta.from().equals(from)
          && !meta.journalHead().isEmpty()) {
        heads.add(
            new RemoteHead(
                run.host() + ", run " + run.id(), run.id(), meta.journalHead(), meta.journal()));
      }
    }
    List<String> silent = new ArrayList<>();
    seen.silent().forEach((host, why) -> silent.add(host + ": " + why));
    return new Known(heads, silent);
  }
}
