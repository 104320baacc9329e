package io.signalbox.command;

import io.signalbox.action.Evidence;
import io.signalbox.action.Outcome;
import io.signalbox.remote.durable.RunStatus;
import java.util.function.Consumer;

/** Proves what a run was for, when the console that began it did not live to do so. */
public interface Afterwards {
  /** True for a run that ended well on its host and needs this proof. */
  boolean proves(RunStatus run);

  /** Looks; blocks. Evidence is told of as it comes. */
  Outcome prove(RunStatus run, Consumer<Evidence> evidence) throws InterruptedException;
}
