package io.signalbox.remote.durable;

import io.signalbox.remote.RemoteException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends the request to start until it is answered: it is the same run however often it arrives. */
final class RunLauncher {
  private static final Logger LOG = LoggerFactory.getLogger(RunLauncher.class);
  private static final int ATTEMPTS = 6;

  /** A run that its limit ends has a grace; the lock outlasts that. */
  private static final Duration AFTER_THE_LIMIT = Duration.ofMinutes(2);

  private final ScriptCalls calls;
  private final Waiting waiting;

  RunLauncher(ScriptCalls calls, Waiting waiting) {
    this.calls = calls;
    this.waiting = waiting;
  }

  StartAnswer start(RunPlace place, RunOrder order, String verify)
      throws RemoteException, InterruptedException {
    List<String> arguments = arguments(order);
    arguments.add(verify);
    arguments.addAll(order.meta().argv());
    return launch(
        place, new ScriptCalls.Call("start", order.meta().id(), arguments, order.kit().supply()));
  }

  /** Takes the environment's lock for a run on another host. */
  StartAnswer hold(RunPlace place, RunOrder order) throws RemoteException, InterruptedException {
    RunOrder longer = new RunOrder(order.meta(), order.limit().plus(AFTER_THE_LIMIT));
    return launch(place, new ScriptCalls.Call("hold", order.meta().id(), arguments(longer), ""));
  }

  private static List<String> arguments(RunOrder order) {
    String json = order.meta().json();
    return new ArrayList<>(
        List.of(
            Long.toString(order.meta().token()),
            Long.toString(order.limit().toSeconds()),
            json,
            json));
  }

  private StartAnswer launch(RunPlace place, ScriptCalls.Call call)
      throws RemoteException, InterruptedException {
    Duration wait = Duration.ofSeconds(1);
    String trouble = "";
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      if (attempt > 0) {
        waiting.sleep(wait);
        wait = wait.multipliedBy(2);
      }
      try {
        ScriptCalls.Answer answer = calls.ask(place, call, ScriptCalls.NOTHING, ScriptCalls.ANSWER);
        if (answer.complete()) {
          return read(place, answer);
        }
        trouble = answer.trouble();
      } catch (RemoteException e) {
        boolean crowded = e.kind() == RemoteException.Kind.NO_CHANNEL && attempt + 1 < ATTEMPTS;
        if (trouble.isEmpty() && !crowded) {
          throw e; // no attempt before this one was sent either
        }
        trouble = trouble.isEmpty() ? "" : e.getMessage();
      }
    }
    return new StartAnswer.Unsure(trouble + "; whether the run was started there is not known");
  }

  private static StartAnswer read(RunPlace place, ScriptCalls.Answer answer) {
    String busy = answer.words("busy").orElse(null);
    if (busy != null) {
      RunMeta holder = RunMeta.parse(busy);
      return new StartAnswer.Held(
          "the environment's lock on "
              + place.host()
              + " is "
              + (holder == null ? "held; by whom is not readable" : holder.holderWords()));
    }
    String refused = answer.words("refused").orElse(null);
    if (refused != null) {
      return new StartAnswer.Refused(
          place.host() + ": " + refused.substring(refused.indexOf(' ') + 1));
    }
    return answer
        .words("run")
        .map(words -> RunStatus.parse(place.host(), words))
        .<StartAnswer>map(StartAnswer.Running::new)
        .orElseGet(() -> new StartAnswer.Unsure(place.host() + " answered without a run"));
  }

  /** Ends a lock kept for a run that is over; where that fails, its hard limit ends it. */
  void release(RunPlace place, String id) throws InterruptedException {
    try {
      ScriptCalls.Answer answer = calls.ask(place, "release", id, List.of());
      if (!answer.complete()) {
        LOG.warn("The lock of run {} was not released: {}", id, answer.trouble());
      }
    } catch (RemoteException e) {
      LOG.warn("The lock of run {} was not released: {}", id, e.getMessage());
    }
  }
}
