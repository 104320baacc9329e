package io.signalbox.service;

import io.signalbox.action.ActionException;
import io.signalbox.action.Evidence;
import io.signalbox.action.Intent;
import io.signalbox.action.Outcome;
import io.signalbox.action.Progress;
import io.signalbox.action.Verdict;
import io.signalbox.command.Afterwards;
import io.signalbox.command.RunVerdict;
import io.signalbox.remote.durable.RunMeta;
import io.signalbox.remote.durable.RunStatus;
import java.util.function.Consumer;

/**
 * The proof of a restart whose console did not live to see it: what it saw before is kept with the
 * run, and only what is read from now on counts.
 */
public final class RestartAfterwards implements Afterwards {
  private static final String VERB = new Intent.RestartService("").verb();

  private final RestartSetup setup;

  /** With sources that are read again and again. */
  public RestartAfterwards(RestartSetup setup) {
    this.setup = setup;
  }

  @Override
  public boolean proves(RunStatus run) {
    RunMeta meta = run.meta();
    return meta != null
        && meta.action().equals(VERB)
        && RunVerdict.of(run).verdict() == Verdict.SUCCEEDED_UNVERIFIED;
  }

  /** Looks for up to two minutes. */
  @Override
  public Outcome prove(RunStatus run, Consumer<Evidence> evidence) throws InterruptedException {
    RunMeta meta = run.meta();
    if (meta == null) {
      return RunVerdict.of(run);
    }
    ServiceSite site =
        new ServiceSite(setup.profile(), setup.snapshots(), setup.shell(), setup.clock());
    ServiceSite.Place place;
    try {
      place = site.find(new Intent.RestartService(meta.target()));
    } catch (ActionException e) {
      return new Outcome(Verdict.SUCCEEDED_UNVERIFIED, e.getMessage());
    }
    UnitFacts before = UnitFacts.parse(meta.before().lines().toList());
    return new RestartVerifier(setup, site, place, before, setup.clock().instant())
        .verify(new Told(evidence));
  }

  /** Only the evidence is of interest here. */
  private record Told(Consumer<Evidence> taker) implements Progress {
    @Override
    public void begin(String step) {}

    @Override
    public void end(Verdict verdict) {}

    @Override
    public void output(boolean error, String text) {}

    @Override
    public void evidence(Evidence evidence) {
      taker.accept(evidence);
    }

    @Override
    public void started() {}
  }
}
