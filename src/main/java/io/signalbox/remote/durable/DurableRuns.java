package io.signalbox.remote.durable;

import io.signalbox.interlock.Mutating;
import io.signalbox.interlock.Permit;
import io.signalbox.interlock.PermitRefusedException;
import io.signalbox.interlock.Plan;
import io.signalbox.interlock.RemoteCommand;
import io.signalbox.profile.ControlProfile;
import io.signalbox.profile.Profile;
import io.signalbox.remote.CommandLine;
import io.signalbox.remote.RemoteException;
import io.signalbox.remote.ScriptRoad;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Starts, finds, follows and ends runs that outlive this process. Blocks: call it on a virtual
 * thread. Safe on every thread.
 */
public final class DurableRuns {
  /** How much waiting without contact a follower bears before it gives up the view. */
  public static final Duration PATIENCE = Duration.ofMinutes(15);

  private final Profile profile;
  private final ScriptRoad road;
  private final ScriptCalls calls;
  private final Waiting waiting;
  private final RunLauncher launcher;

  /** On the hosts of a profile, over this road. */
  public DurableRuns(Profile profile, ScriptRoad road, Waiting waiting) {
    this.profile = profile;
    this.road = road;
    this.calls = new ScriptCalls(road);
    this.waiting = waiting;
    this.launcher = new RunLauncher(calls, waiting);
  }

  private RunPlace place(String host) {
    ControlProfile control = profile.control();
    String directory = control != null && control.host().equals(host) ? control.directory() : "";
    return RunPlace.of(host, directory, profile.environment().name());
  }

  /** Where the environment's lock is kept for a run on another host; null where it is with it. */
  private @Nullable RunPlace lockPlace(String host) {
    ControlProfile control = profile.control();
    return control == null || control.host().equals(host) ? null : place(control.host());
  }

  /**
   * Looks at lock, token and room before anything is started.
   *
   * @throws RemoteException where a host cannot be asked or cannot hold runs
   */
  public Survey survey(String host) throws RemoteException, InterruptedException {
    Survey here = withoutTheDead(place(host), look(place(host)));
    RunPlace apart = lockPlace(host);
    if (apart == null) {
      return here;
    }
    Survey there = withoutTheDead(apart, look(apart));
    Survey holding = here.held() && !there.held() ? here : there;
    return new Survey(
        holding.host(),
        Math.max(here.lastToken(), there.lastToken()),
        holding.held(),
        holding.holder(),
        here.freeKilobytes(),
        here.strays());
  }

  /** A lock kept for a run elsewhere that nobody watched to its end is given up here. */
  private Survey withoutTheDead(RunPlace place, Survey there)
      throws RemoteException, InterruptedException {
    RunMeta holder = there.holder();
    if (!there.held() || holder == null || holder.host().equals(place.host())) {
      return there;
    }
    try {
      if (status(holder.host(), holder.id()).state() != RunState.FINISHED) {
        return there;
      }
    } catch (RemoteException e) {
      return there; // its host does not answer: the lock stands
    }
    launcher.release(place, holder.id());
    return look(place);
  }

  private Survey look(RunPlace place) throws RemoteException, InterruptedException {
    ScriptCalls.Answer answer = answered(place, calls.ask(place, "survey", "-", List.of()));
    String held = answer.words("held").orElse(null);
    String free = answer.words("free").orElse("");
    return new Survey(
        place.host(),
        answer.words("token").map(Long::parseLong).orElse(0L),
        held != null,
        held == null ? null : RunMeta.parse(held),
        free.matches("\\d{1,18}") ? Long.valueOf(free) : null,
        Survey.strays(answer, place.host()));
  }

  private static ScriptCalls.Answer answered(RunPlace place, ScriptCalls.Answer answer)
      throws RemoteException {
    if (!answer.complete()) {
      throw new RemoteException(RemoteException.Kind.CONNECTION, answer.trouble(), null);
    }
    String refused = answer.words("refused").orElse(null);
    if (refused != null) {
      throw new RemoteException(
          RemoteException.Kind.CONFIGURATION,
          place.host() + ": " + refused.substring(refused.indexOf(' ') + 1),
          null);
    }
    return answer;
  }

  /**
   * Starts a run once, however often the request has to be repeated. The permit is used up first.
   *
   * @throws PermitRefusedException when the permit does not fit: nothing was sent
   * @throws RemoteException while nothing was sent
   */
  @Mutating
  public StartAnswer start(Permit permit, Plan plan, RunOrder order)
      throws PermitRefusedException, RemoteException, InterruptedException {
    RunMeta meta = order.meta();
    List<RemoteCommand> commands =
        new ArrayList<>(List.of(new RemoteCommand(meta.host(), meta.argv())));
    if (!meta.verify().isEmpty()) {
      commands.add(new RemoteCommand(meta.host(), meta.verify()));
    }
    if (!order.kit().input().isEmpty()) {
      commands.add(RunKit.inputCommand(meta.host(), order.kit().input()));
    }
    use(permit, plan, commands);
    confirm(plan, meta.host());
    RunPlace apart = lockPlace(meta.host());
    if (apart != null) {
      StartAnswer hold = launcher.hold(apart, order);
      if (!(hold instanceof StartAnswer.Running holder)) {
        return hold;
      }
      if (holder.status().state().over()) {
        return new StartAnswer.Refused(
            "the environment's lock on " + apart.host() + " was given up before the start");
      }
    }
    StartAnswer answer = launched(order, apart);
    if (apart != null && nothingRuns(answer)) {
      launcher.release(apart, meta.id());
    }
    return answer;
  }

  /** All of a plan, or these of a plan that has more to do than this run. */
  private static void use(Permit permit, Plan plan, List<RemoteCommand> commands)
      throws PermitRefusedException {
    if (plan.draft().commands().size() > commands.size()) {
      for (RemoteCommand command : commands) {
        permit.use(plan, command);
      }
      return;
    }
    permit.use(plan);
    if (!plan.draft().commands().equals(commands)) {
      throw new PermitRefusedException("these commands are not the plan's; nothing was sent");
    }
  }

  /** The plan named this host at this address, and there is where it is connected to. */
  private void confirm(Plan plan, String host)
      throws PermitRefusedException, RemoteException, InterruptedException {
    String address = road.address(host);
    boolean confirmed =
        plan.draft().targets().stream()
            .anyMatch(target -> target.host().equals(host) && target.address().equals(address));
    if (!confirmed) {
      throw new PermitRefusedException(
          host
              + " is reached as "
              + address
              + " by now, which is not what was confirmed; nothing was sent. Propose it anew");
    }
  }

  private static void confirm(Plan plan, RemoteCommand command) throws PermitRefusedException {
    if (!plan.draft().commands().equals(List.of(command))) {
      throw new PermitRefusedException(
          "this is not what the plan says; nothing was sent: " + command.argv());
    }
  }

  private StartAnswer launched(RunOrder order, @Nullable RunPlace apart)
      throws RemoteException, InterruptedException {
    RunMeta meta = order.meta();
    String verify = meta.verify().isEmpty() ? "" : CommandLine.quote(meta.verify());
    try {
      return launcher.start(place(meta.host()), order, verify);
    } catch (RemoteException e) {
      if (apart != null) {
        launcher.release(apart, meta.id());
      }
      throw e;
    }
  }

  private static boolean nothingRuns(StartAnswer answer) {
    return answer instanceof StartAnswer.Held
        || answer instanceof StartAnswer.Refused
        || (answer instanceof StartAnswer.Running running && running.status().state().over());
  }

  /**
   * Takes the environment's lock on the control host for an action that is not a run of a host. It
   * is held until {@link #release}, or until the order's limit has passed.
   *
   * @param order its meta names the control host
   * @throws RemoteException while nothing was sent
   */
  @Mutating
  public StartAnswer hold(Permit permit, Plan plan, RunOrder order)
      throws PermitRefusedException, RemoteException, InterruptedException {
    permit.check(plan);
    if (!order.meta().id().equals(plan.id())) {
      throw new PermitRefusedException("a lock is taken for the plan itself; nothing was sent");
    }
    return launcher.hold(place(order.meta().host()), order);
  }

  /** Gives up a lock that was taken by {@link #hold}; where that fails, its limit ends it. */
  public void release(String host, String id) throws InterruptedException {
    launcher.release(place(host), id);
  }

  /** How one run stands on a host. */
  public RunStatus status(String host, String id) throws RemoteException, InterruptedException {
    RunPlace place = place(host);
    ScriptCalls.Answer answer = answered(place, calls.ask(place, "status", id, List.of()));
    return answer
        .words("run")
        .map(words -> RunStatus.parse(host, words))
        .orElseThrow(() -> noRun(host));
  }

  private static RemoteException noRun(String host) {
    return new RemoteException(
        RemoteException.Kind.CONNECTION, host + " answered without a run", null);
  }

  /** All runs a host keeps, of every environment in that directory. */
  public List<RunStatus> list(String host) throws RemoteException, InterruptedException {
    RunPlace place = place(host);
    ScriptCalls.Answer answer = answered(place, calls.ask(place, "list", "-", List.of()));
    return answer.lines().stream()
        .filter(line -> line.kind().equals("run"))
        .map(line -> RunStatus.parse(host, line.words()))
        .toList();
  }

  /**
   * Reads a run's output from the first byte to its end, over as many connections as it takes; each
   * byte is handed over once. Ends the environment's lock that was kept for it elsewhere.
   *
   * @return how it stands, null where contact was lost for longer than {@code patience}
   */
  public @Nullable RunStatus follow(String host, String id, RunOutput output, Duration patience)
      throws InterruptedException {
    RunStatus status = new RunFollower(calls, place(host), id, output).follow(waiting, patience);
    RunPlace apart = lockPlace(host);
    if (status != null && status.state().over() && apart != null) {
      launcher.release(apart, id);
    }
    return status;
  }

  /** What a plan holds that ends a run: the verb of the script that is sent. */
  public static RemoteCommand abortCommand(String host, String id, Duration grace) {
    return new RemoteCommand(
        host, List.of("/bin/sh", "-s", "abort", id, Long.toString(grace.toSeconds())));
  }

  /** What a plan holds that sets a lock aside: the verb of the script that is sent. */
  public static RemoteCommand breakCommand(String host, String holder) {
    return new RemoteCommand(host, List.of("/bin/sh", "-s", "breaks", holder));
  }

  /**
   * Ends a run: TERM, {@code grace}, KILL, then a look at what is left. The permit is used up
   * first.
   *
   * @throws RemoteException while nothing was sent
   */
  @Mutating
  public AbortAnswer abort(
      Permit permit, Plan plan, String host, String id, Duration grace, String mark)
      throws PermitRefusedException, RemoteException, InterruptedException {
    permit.use(plan);
    confirm(plan, abortCommand(host, id, grace));
    confirm(plan, host);
    RunPlace place = place(host);
    ScriptCalls.Answer answer =
        calls.ask(
            place,
            "abort",
            id,
            List.of(Long.toString(grace.toSeconds()), mark),
            ScriptCalls.NOTHING,
            grace.plusMinutes(2));
    String refused = answer.words("refused").orElse(null);
    if (refused != null) {
      return new AbortAnswer(AbortAnswer.Proof.UNKNOWN, host + ": " + refused, null);
    }
    String left = answer.words("proof").orElse(null);
    RunStatus status = answer.words("run").map(words -> RunStatus.parse(host, words)).orElse(null);
    if (left == null) {
      return new AbortAnswer(
          AbortAnswer.Proof.UNKNOWN,
          answer.trouble() + "; whether anything of it is left on " + host + " is not known",
          status);
    }
    RunPlace apart = lockPlace(host);
    if (left.equals("0")) {
      if (apart != null) {
        launcher.release(apart, id);
      }
      return new AbortAnswer(
          AbortAnswer.Proof.STOPPED, "no process of the run is left on " + host, status);
    }
    return new AbortAnswer(
        AbortAnswer.Proof.STILL_RUNNING,
        left + " processes of the run are alive on " + host + " still, beyond this user's reach",
        status);
  }

  /**
   * Sets the environment's lock aside although its holder lives. The holder's run is not touched;
   * its token is stale from then on.
   *
   * @param host on which the next run shall be
   * @param holder the run that holds it, exactly
   * @param fence where that run could still be started; null where it could not
   */
  @Mutating
  public void breakLock(Permit permit, Plan plan, String host, String holder, @Nullable Fence fence)
      throws PermitRefusedException, RemoteException, InterruptedException {
    RemoteCommand breaking = breakCommand(host, holder);
    use(permit, plan, fence == null ? List.of(breaking) : List.of(fence.command(), breaking));
    confirm(plan, host);
    if (fence != null) {
      confirm(plan, fence.host());
      fence(fence);
    }
    RunPlace apart = lockPlace(host);
    RunPlace place = apart == null ? place(host) : apart;
    answered(place, calls.ask(place, "breaks", holder, List.of()));
  }

  /** Where its own run holds the lock of its host, that run has begun: nothing to keep away. */
  private void fence(Fence fence) throws RemoteException, InterruptedException {
    RunPlace place = place(fence.host());
    List<String> arguments = List.of(Long.toString(fence.token()));
    ScriptCalls.Answer answer = answered(place, calls.ask(place, "fence", fence.run(), arguments));
    if (answer.words("fenced").isEmpty() && answer.words("busy").isEmpty()) {
      throw noRun(fence.host());
    }
  }

  private Optional<RunMeta> holder(String run) throws RemoteException, InterruptedException {
    ControlProfile control = profile.control();
    Survey there = control == null ? null : look(place(control.host()));
    return Optional.ofNullable(there == null || !there.held() ? null : there.holder())
        .filter(holder -> holder.id().equals(run));
  }

  /** How a run that is on no host holds the control host's lock; empty where it does not. */
  public Optional<String> heldBy(String run) throws RemoteException, InterruptedException {
    return holder(run).map(holder -> "the lock is " + holder.holderWords());
  }

  /**
   * Gives up the lock of a run that was never begun and whose console is gone; what of its start is
   * on its way still is refused from then on. Does nothing where it holds none.
   *
   * @throws RemoteException where its host cannot be told so: then the lock stands
   */
  public void forgo(String run) throws RemoteException, InterruptedException {
    RunMeta holder = holder(run).orElse(null);
    RunPlace apart = holder == null ? null : lockPlace(holder.host());
    if (holder != null && apart != null) {
      fence(new Fence(holder.host(), run, holder.token()));
      launcher.release(apart, run);
    }
  }
}
