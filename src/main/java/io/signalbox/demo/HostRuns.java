package io.signalbox.demo;

import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The durable runs that one simulated host keeps: answers the verbs of the console's durable script
 * the way its shell would, with the environment's lock and a growing token. Safe on every thread.
 */
final class HostRuns {
  private static final Duration LOOK = Duration.ofMillis(100);
  private static final int LOOKS_PER_BEAT = 50;
  private static final long FREE_KILOBYTES = 40L << 20;

  /** Who reads the answer. */
  interface Listener {
    void text(String line) throws IOException;

    void bytes(byte[] bytes) throws IOException;

    /**
     * Waits.
     *
     * @throws IOException when nobody reads any more
     */
    void pause(Duration time) throws IOException, InterruptedException;
  }

  private final Function<List<String>, ShellResult> shell;
  private final Function<String, ShellResult> lines;
  private final Map<String, SimulatedRun> runs = new LinkedHashMap<>();
  private final Map<String, SimulatedRun> holds = new HashMap<>();
  private final Map<String, SimulatedRun> holders = new HashMap<>();
  private final Map<String, Long> tokens = new HashMap<>();

  HostRuns(HostShell shell) {
    this.shell = shell::run;
    this.lines = shell::run;
  }

  /**
   * One call of the script: its words are verb, mark, directory, lock, id and what the verb asks.
   */
  boolean call(List<String> words, Listener listener) throws IOException, InterruptedException {
    if (words.size() < 5) {
      return false;
    }
    Call call =
        new Call(
            words.get(1), words.get(3), words.get(4), words.subList(5, words.size()), listener);
    switch (words.getFirst()) {
      case "survey" -> survey(call);
      case "start" -> start(call);
      case "hold" -> hold(call);
      case "release" -> release(call);
      case "status" -> call.say("run " + report(call.id()));
      case "list" -> list(call);
      case "follow" -> follow(call);
      case "abort" -> abort(call);
      case "breaks" -> breaks(call);
      default -> {
        return false;
      }
    }
    call.say("end");
    return true;
  }

  private record Call(String mark, String lock, String id, List<String> more, Listener listener) {
    void say(String words) throws IOException {
      listener.text("signalbox:" + mark + " " + words + "\n");
    }

    void data(String kind, long at, byte[] bytes) throws IOException {
      if (bytes.length > 0) {
        say(kind + " " + at + " " + bytes.length);
        listener.bytes(bytes);
        listener.text("\n");
      }
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
    long token = Long.parseLong(call.more().getFirst());
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
    String verify = call.more().get(4);
    ShellResult result = shell.apply(call.more().subList(5, call.more().size()));
    SimulatedRun run =
        new SimulatedRun(
            call.id(),
            call.more().get(2),
            result,
            verify.isEmpty() ? null : () -> lines.apply(verify));
    runs.put(call.id(), run);
    holders.put(call.lock(), run);
    call.say("started");
    call.say("run " + run.report());
  }

  private synchronized void hold(Call call) throws IOException {
    if (!free(call, holds)) {
      return;
    }
    Duration limit = Duration.ofSeconds(Long.parseLong(call.more().get(1)));
    SimulatedRun run =
        new SimulatedRun(call.id(), call.more().get(2), new ShellResult(0, "", "", limit), null);
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
    int offset = Integer.parseInt(call.more().getFirst());
    long seconds = Long.parseLong(call.more().get(1));
    long longest = Duration.ofSeconds(seconds).dividedBy(LOOK);
    for (long look = 1; run != null; look++) {
      boolean going = run.running();
      byte[] log = run.log();
      if (log.length > offset) {
        call.data("data", offset, Arrays.copyOfRange(log, offset, log.length));
        offset = log.length;
      }
      if (!going) {
        call.data("verify", 0, run.proofLog());
        break;
      }
      if (look % LOOKS_PER_BEAT == 0) {
        call.say("beat");
      }
      if (look >= longest) {
        return;
      }
      call.listener().pause(LOOK);
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
