package io.signalbox.service;

import io.signalbox.action.ActionException;
import io.signalbox.action.Evidence;
import io.signalbox.action.Evidence.Result;
import io.signalbox.action.Outcome;
import io.signalbox.action.Progress;
import io.signalbox.action.Verdict;
import io.signalbox.action.Work;
import io.signalbox.interlock.Permit;
import io.signalbox.interlock.Plan;
import io.signalbox.remote.CommandLine;
import io.signalbox.remote.CommandResult;
import io.signalbox.remote.Probe;
import io.signalbox.remote.RemoteException;
import io.signalbox.remote.RemoteShell;
import io.signalbox.remote.UnitName;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** Reads a service and its machine; the facts are evidence, the raw answers are output. */
final class ServiceCheck implements Work {
  static final List<String> STEPS =
      List.of("Read the service", "Read the machine", "Read the journal");

  private final ServiceSite.Place place;
  private final RemoteShell shell;
  private final Clock clock;

  ServiceCheck(ServiceSite.Place place, RemoteShell shell, Clock clock) {
    this.place = place;
    this.shell = shell;
    this.clock = clock;
  }

  static List<Probe> probes(UnitName unit) {
    return List.of(
        new Probe.UnitState(unit),
        new Probe.HostName(),
        new Probe.Disk(),
        new Probe.Memory(),
        new Probe.Load(),
        new Probe.Cores(),
        new Probe.RecentJournal(unit));
  }

  @Override
  public Outcome carryOut(Permit permit, Plan plan, Progress progress)
      throws ActionException, InterruptedException {
    progress.started();
    Reader reader = new Reader(progress);
    progress.begin(STEPS.get(0));
    boolean active = reader.unit();
    progress.begin(STEPS.get(1));
    reader.machine();
    progress.begin(STEPS.get(2));
    reader.fact("Recent journal", reader.ask(new Probe.RecentJournal(place.unit())));
    if (reader.unread != null) {
      return new Outcome(
          reader.read ? Verdict.SUCCEEDED_UNVERIFIED : Verdict.FAILED,
          "not everything could be read: " + reader.unread);
    }
    return active
        ? Outcome.of(Verdict.SUCCEEDED_VERIFIED)
        : new Outcome(
            Verdict.FAILED_VERIFY,
            "everything was read, but "
                + place.unit().value()
                + " is not active on "
                + place.target().host());
  }

  /** Asks one after the other and keeps what went wrong first. */
  private final class Reader {
    private final Progress progress;
    private boolean read;
    private @Nullable String unread;

    Reader(Progress progress) {
      this.progress = progress;
    }

    @Nullable List<String> ask(Probe probe) throws InterruptedException {
      progress.output(false, CommandLine.shown(probe.argv()));
      try {
        CommandResult result = shell.read(place.target().host(), probe);
        result.out().forEach(line -> progress.output(false, line));
        result.err().forEach(line -> progress.output(true, line));
        if (result.ok()) {
          read = true;
          return result.out();
        }
        missing(probe.argv().getFirst() + ": " + result.words());
      } catch (RemoteException e) {
        missing(e.getMessage());
      }
      return null;
    }

    private void missing(String why) {
      progress.output(true, why);
      unread = unread == null ? why : unread;
    }

    boolean unit() throws InterruptedException {
      List<String> lines = ask(new Probe.UnitState(place.unit()));
      if (lines == null) {
        evidence("Service is active", Result.NOT_READABLE, "systemctl gave no answer");
        return false;
      }
      UnitFacts unit = UnitFacts.parse(lines);
      Result result = unit.active() ? Result.PROVED : Result.DISPROVED;
      String observed =
          unit.loadState().equals("loaded") ? unit.words() : "unit is " + unit.loadState();
      evidence("Service is active", result, observed);
      if (!unit.restarts().isEmpty()) {
        evidence("Restarts by systemd", Result.PROVED, unit.restarts());
      }
      return unit.active();
    }

    void machine() throws InterruptedException {
      fact("Host name", ask(new Probe.HostName()));
      number("Disk used on /", MachineFacts.diskPercent(orEmpty(ask(new Probe.Disk()))));
      number("Memory used", MachineFacts.memoryPercent(orEmpty(ask(new Probe.Memory()))));
      OptionalDouble load = MachineFacts.load(orEmpty(ask(new Probe.Load())));
      OptionalInt cores = MachineFacts.cores(orEmpty(ask(new Probe.Cores())));
      if (load.isPresent() && cores.isPresent()) {
        double each = load.getAsDouble() / cores.getAsInt();
        evidence(
            "Load per core",
            Result.PROVED,
            String.format(
                Locale.ROOT, "%.2f (%.2f on %d)", each, load.getAsDouble(), cores.getAsInt()));
      } else {
        evidence("Load per core", Result.NOT_READABLE, "no number in the answer");
      }
    }

    private void number(String what, OptionalDouble percent) {
      if (percent.isPresent()) {
        evidence(what, Result.PROVED, MachineFacts.percent(percent.getAsDouble()));
      } else {
        evidence(what, Result.NOT_READABLE, "no number in the answer");
      }
    }

    void fact(String what, @Nullable List<String> lines) {
      if (lines == null) {
        evidence(what, Result.NOT_READABLE, "no answer");
      } else {
        String observed = lines.size() == 1 ? lines.getFirst() : lines.size() + " lines";
        evidence(what, Result.PROVED, observed);
      }
    }

    private void evidence(String what, Result result, String observed) {
      progress.evidence(new Evidence(what, result, observed, clock.instant()));
    }
  }

  private static List<String> orEmpty(@Nullable List<String> lines) {
    return lines == null ? List.of() : lines;
  }
}
