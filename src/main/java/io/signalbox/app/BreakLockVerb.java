package io.signalbox.app;

import io.signalbox.action.Intent;
import io.signalbox.profile.Profile;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code signalbox break-lock}: sets the environment's lock aside, whose holder has to be named.
 */
@Command(
    name = "break-lock",
    description = "Sets aside the environment's lock that a run holds; the last resort.",
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {
      "0:the lock is free; or only planned",
      "1:it is held still",
      "2:bad usage or profile",
      "3:refused by a rule, read-only or not confirmed: nothing was sent",
      "4:outcome unknown",
      "75:the journal is held by another"
    })
final class BreakLockVerb implements Callable<Integer> {
  private final Surroundings surroundings;
  @Spec private @Nullable CommandSpec spec;
  @Mixin private ProfileOption profile = new ProfileOption();
  @Mixin private PlanOptions plans = new PlanOptions();
  @Mixin private ConfirmOptions given = new ConfirmOptions();

  @Option(names = "--host", required = true, description = "The host the next run shall be on.")
  private String host = "";

  @Parameters(paramLabel = "RUN", description = "The run that holds the lock, exactly.")
  private String run = "";

  BreakLockVerb(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() throws InterruptedException {
    CommandLine line = Console.of(spec);
    Optional<Profile> read = profile.read(surroundings.folders().home(), line.getErr());
    if (read.isEmpty() || given.reasonMissing(line.getErr())) {
      return ExitCode.BAD_USAGE_OR_PROFILE;
    }
    if (!RunId.valid(run) || read.get().host(host).isEmpty()) {
      line.getErr().println("`" + run + "` is not a run's id, or there is no host `" + host + "`");
      return ExitCode.BAD_USAGE_OR_PROFILE;
    }
    if (!plans.only() && given.reason().isBlank()) {
      line.getErr().println("breaking a lock needs --reason TEXT: it goes to the journal");
      return ExitCode.BAD_USAGE_OR_PROFILE;
    }
    try (Station station = new Station(read.get(), surroundings)) {
      return new ActionSession(station, surroundings, plans, given, line)
          .carryOut(new Intent.BreakLock(host, run));
    }
  }
}
