package io.signalbox.demo;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The one fleet behind all sockets of a demo world. What it shows is a function of seed, scenario,
 * start and the clock, plus the events recorded here. Safe on every thread; a change is seen by the
 * next request.
 */
public final class SimulatedFleet {
  /** Where the demo's playbooks would run; it carries no runner. */
  static final SimulatedHost CONTROL =
      new SimulatedHost("deploy-control", "192.0.2.90", 4, 8L << 30, 80L << 30);

  private static final Duration AHEAD = Duration.ofHours(2);

  private final Clock clock;
  private final FleetSeed seed;
  private final HostLoad load;
  private final Map<DemoService, Fault> faults = new EnumMap<>(DemoService.class);
  private final HostKeys hostKeys = new HostKeys();
  private final ControlState control;
  private final Set<String> marks = ConcurrentHashMap.newKeySet();
  private List<FleetEvent> events;
  private @Nullable FleetHistory history;

  SimulatedFleet(DemoOptions options) {
    this.clock = options.clock();
    this.seed = FleetSeed.of(options, clock.instant().truncatedTo(ChronoUnit.SECONDS));
    this.load = new HostLoad(seed);
    this.events = seed.script();
    this.control = new ControlState(clock);
  }

  /** The machines, in the order of the profile. */
  public List<SimulatedHost> hosts() {
    return seed.layout().hosts();
  }

  /** All machines that are reached by SSH: those with runners, and the control host. */
  List<SimulatedHost> machines() {
    List<SimulatedHost> all = new ArrayList<>(hosts());
    all.add(CONTROL);
    return List.copyOf(all);
  }

  /** What the control host keeps. */
  ControlState control() {
    return control;
  }

  /** What steps of runbooks have left behind on the hosts, in words of the simulator's own. */
  Set<String> marks() {
    return marks;
  }

  /** The registered runners, in the order of the profile. */
  public List<SimulatedRunner> runners() {
    return seed.layout().runners();
  }

  /**
   * The runner of that name.
   *
   * @throws NoSuchElementException when there is none
   */
  public SimulatedRunner runner(String name) {
    return runners().stream().filter(r -> r.name().equals(name)).findFirst().orElseThrow();
  }

  /** Whether GitHub shows the runner as online now. */
  public boolean online(String runner) {
    return history().service(runner(runner)).onlineOnGitHub(now());
  }

  /** The name of the job that the runner is running now. */
  public Optional<String> runningJob(String runner) {
    return history().jobs().running(runner(runner).name(), now()).map(j -> j.template().name());
  }

  /** Ends the runner's service with an error, as from now. */
  public void failService(String runner) {
    record(new FleetEvent.ServiceFailed(now(), runner(runner).name()));
  }

  /** Stops the runner's service, as from now. */
  public void stopService(String runner) {
    record(new FleetEvent.ServiceStopped(now(), runner(runner).name()));
  }

  /** Restarts the runner's service, as from now; a job it is running fails. */
  public void restartService(String runner) {
    record(new FleetEvent.ServiceRestarted(now(), runner(runner).name()));
  }

  /** The labels that GitHub has for the runner now. */
  public List<String> labels(String runner) {
    return history().labels(runner(runner), now());
  }

  /** Sets all labels of the runner on GitHub, as from now; jobs that wait are matched anew. */
  public void setLabels(String runner, List<String> labels) {
    record(new FleetEvent.LabelsSet(now(), runner(runner).name(), List.copyOf(labels)));
  }

  /** Cancels a workflow run, as from now. */
  void cancelRun(long run) {
    record(new FleetEvent.RunCancelled(now(), run));
  }

  /** Runs a finished run again, as from now. */
  void rerun(long run, boolean failedOnly) {
    record(new FleetEvent.RunAgain(now(), run, failedOnly));
  }

  /** Starts a workflow by hand; the id of its run. */
  long dispatch(String workflow, String branch) {
    String key;
    synchronized (this) {
      key = "dispatch/" + events.size();
    }
    record(new FleetEvent.Dispatched(now(), workflow, branch, key));
    return history().jobs().runsAt(now()).stream()
        .filter(run -> run.arrival().key().equals(key))
        .mapToLong(RunPlan::id)
        .findFirst()
        .orElseThrow();
  }

  /** Makes the exporters of the host vanish: its series end at the next scrape. */
  public void dropExporter(String host) {
    record(new FleetEvent.ExporterGone(now(), host(host).name()));
  }

  /** Brings the exporters of the host back. */
  public void returnExporter(String host) {
    record(new FleetEvent.ExporterBack(now(), host(host).name()));
  }

  /** Fills the root file system of the host to this share. */
  public void fillDisk(String host, double percent) {
    record(new FleetEvent.DiskFilled(now(), host(host).name(), percent));
  }

  /** Gives the host another SSH host key; {@code known_hosts} keeps the old one. */
  public void changeHostKey(String host) {
    hostKeys.change(host(host).name());
  }

  /** Sets what is wrong with a service, until the next call. */
  public void fault(DemoService service, Fault fault) {
    synchronized (faults) {
      faults.put(service, fault);
    }
  }

  Fault fault(DemoService service) {
    synchronized (faults) {
      return faults.getOrDefault(service, new Fault.None());
    }
  }

  SimulatedHost host(String name) {
    return hosts().stream().filter(h -> h.name().equals(name)).findFirst().orElseThrow();
  }

  HostKeys hostKeys() {
    return hostKeys;
  }

  FleetSeed seed() {
    return seed;
  }

  HostLoad load() {
    return load;
  }

  Instant now() {
    return clock.instant();
  }

  private synchronized void record(FleetEvent event) {
    List<FleetEvent> longer = new ArrayList<>(events);
    longer.add(event);
    events = List.copyOf(longer);
  }

  synchronized FleetHistory history() {
    Instant now = now();
    FleetHistory known = history;
    if (known == null || !known.covers(events, now)) {
      Instant latest = now.isAfter(seed.start()) ? now : seed.start();
      long chunks = Duration.between(seed.start(), latest).dividedBy(AHEAD) + 2;
      known = new FleetHistory(seed, events, seed.start().plus(AHEAD.multipliedBy(chunks)));
      history = known;
    }
    return Objects.requireNonNull(known);
  }
}
