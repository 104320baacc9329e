package io.signalbox.demo;

import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The durable runs that one simulated host keeps: answers the verbs of the console's durable script
 * the way its shell would, with the environment's lock and a growing token. Safe on every thread.
 */
final class HostRuns {
  private static final Duration LOOK = Duration.ofMillis(100);
  private static final int LOOKS_PER_BEAT = 50;
  private static final long FREE_KILOBYTES = 40L << 20;

  private final Starter starter;
  private final Map<String, SimulatedRun> runs = new LinkedHashMap<>();
  private final Map<String, SimulatedRun> holds = new HashMap<>();
  private final Map<String, SimulatedRun> holders = new HashMap<>();
  private final Map<String, Long> tokens = new HashMap<>();

  /**
   * What is to be started.
   *
   * @param verify the line that proves it, empty where nothing does
   */
  record Order(String id, String meta, String verify, List<String> argv, ControlScript script) {}

  /** Begins what can be run on this host. */
  interface Starter {
    /** A run; null for what is not simulated here. */
    @Nullable SimulatedRun start(Order order);
  }

  HostRuns(Starter starter) {
    this.starter = starter;
  }

  /** Runs commands of this shell. */
  static HostRuns of(HostShell shell) {
    return new HostRuns(
        order ->
            new CommandRun(
                order.id(),
                order.meta(),
                shell.run(order.argv()),
                order.verify().isEmpty() ? null : () -> shell.run(order.verify())));
  }

  /** Answers one call of the script; false for a verb that is none of a durable run. */
  boolean call(ControlScript script, Frames out) throws IOException, InterruptedException {
    Call call = new Call(script, out);
    switch (script.verb()) {
      case "survey" -> survey(call);
      case "start" -> start(call);
      case "hold" -> hold(call);
      case "release" -> release(call);
      case "status" -> call.say("run " + report(call.id()));
      case "list" -> list(call);
      case "follow" -> follow(call);
      case "abort" -> abort(call);
      case "breaks" -> breaks(call);
      case "fence" -> fence(call);
      default -> {
        return false;
      }
    }
    call.say("end");
    return true;
  }

  private record Call(ControlScript script, Frames out) {
    String lock() {
      return script.lock();
    }

    String id() {
      return script.id();
    }

    void say(String words) throws IOException {
      out.say(words);
    }
  }

  private synchronized @Nullable SimulatedRun holder(String lock) {
    SimulatedRun holder = holders.get(lock);
    return holder != null && holder.running() ? holder : null;
  }

  private synchronized String report(String id) {
    SimulatedRun run = runs.get(id);
    return run == null ? id + " none - - - 0 0 " : run.report();
  }

  private synchronized void survey(Call call) throws IOException {
    call.say("free " + FREE_KILOBYTES);
    call.say("token " + tokens.getOrDefault(call.lock(), 0L));
    SimulatedRun holder = holder(call.lock());
    if (holder != null) {
      call.say("held " + holder.meta());
    }
  }

  /** False, and said why, when the lock, the token or the id stand in the way. */
  private boolean free(Call call, Map<String, SimulatedRun> kept) throws IOException {
    SimulatedRun known = kept.get(call.id());
    if (known != null) {
      call.say("run " + known.report());
      return false;
    }
    SimulatedRun holder = holder(call.lock());
    if (holder != null) {
      call.say("busy " + holder.meta());
      return false;
    }
    long token = Long.parseLong(call.script().argument(1));
    long last = tokens.getOrDefault(call.lock(), 0L);
    if (token <= last) {
      call.say("refused 76 token " + token + " is stale, " + last + " was given already");
      return false;
    }
    tokens.put(call.lock(), token);
    return true;
  }

  private synchronized void start(Call call) throws IOException {
    if (!free(call, runs)) {
      return;
    }
    ControlScript script = call.script();
    SimulatedRun run =
        starter.start(
            new Order(call.id(), script.argument(3), script.argument(5), script.from(6), script));
    if (run == null) {
      call.say("refused 69 only the demo's playbook is simulated here");
      return;
    }
    runs.put(call.id(), run);
    holders.put(call.lock(), run);
    call.say("started");
    call.say("run " + run.report());
  }

  private synchronized void hold(Call call) throws IOException {
    if (!free(call, holds)) {
      return;
    }
    Duration limit = Duration.ofSeconds(Long.parseLong(call.script().argument(2)));
    SimulatedRun run =
        new CommandRun(
            call.id(), call.script().argument(3), new ShellResult(0, "", "", limit), null);
    holds.put(call.id(), run);
    holders.put(call.lock(), run);
    call.say("started");
    call.say("run " + run.report());
  }

  private synchronized void release(Call call) throws IOException {
    SimulatedRun hold = holds.remove(call.id());
    if (hold != null) {
      hold.abort();
    }
    call.say("released");
  }

  private synchronized void list(Call call) throws IOException {
    for (SimulatedRun run : runs.values()) {
      call.say("run " + run.report());
    }
  }

  private synchronized @Nullable SimulatedRun run(String id) {
    return runs.get(id);
  }

  private void follow(Call call) throws IOException, InterruptedException {
    SimulatedRun run = run(call.id());
    ControlScript script = call.script();
    long offset = Long.parseLong(script.argument(1));
    long longest = Duration.ofSeconds(Long.parseLong(script.argument(2))).dividedBy(LOOK);
    boolean telling = !script.argument(3).isEmpty();
    long aside = telling ? Long.parseLong(script.argument(3)) : 0;
    for (long look = 1; run != null; look++) {
      boolean going = run.running();
      offset = call.out().rest("data", offset, run.log());
      if (telling) {
        aside = call.out().rest("aside", aside, run.events());
      }
      if (!going) {
        long _ = call.out().rest("verify", 0, run.proofLog());
        break;
      }
      if (look % LOOKS_PER_BEAT == 0) {
        call.say("beat");
      }
      if (look >= longest) {
        return;
      }
      call.out().pause(LOOK);
    }
    call.say("run " + report(call.id()));
  }

  private synchronized void abort(Call call) throws IOException {
    SimulatedRun run = runs.get(call.id());
    if (run == null) {
      call.say("refused 72 there is no run " + call.id() + " here");
      return;
    }
    run.abort();
    call.say("proof 0");
    call.say("run " + run.report());
  }

  private synchronized void fence(Call call) throws IOException {
    tokens.merge(call.lock(), Long.parseLong(call.script().argument(1)), Math::max);
    call.say("fenced");
  }

  private synchronized void breaks(Call call) throws IOException {
    SimulatedRun holder = holder(call.lock());
    if (holder == null || !holder.meta().contains("\"id\":\"" + call.id() + "\"")) {
      call.say("refused 72 the lock is not held by " + call.id());
      return;
    }
    holders.remove(call.lock());
    call.say("broken");
  }
}
