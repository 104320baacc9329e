package io.signalbox.app;

import io.signalbox.profile.HostProfile;
import io.signalbox.profile.Profile;
import io.signalbox.remote.RemoteException;
import io.signalbox.remote.durable.DurableRuns;
import io.signalbox.remote.durable.RunState;
import io.signalbox.remote.durable.RunStatus;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Predicate;

/** Asks every host of a profile for its runs, all at once. */
final class RunFinder {
  private final Profile profile;
  private final DurableRuns runs;

  RunFinder(Profile profile, DurableRuns runs) {
    this.profile = profile;
    this.runs = runs;
  }

  /**
   * What the hosts said.
   *
   * @param silent hosts that did not answer, with the reason
   */
  record Seen(List<RunStatus> runs, Map<String, String> silent) {
    Optional<RunStatus> run(String id) {
      return runs.stream().filter(run -> run.id().equals(id)).findFirst();
    }
  }

  /** All runs of all hosts. */
  Seen all() throws InterruptedException {
    return ask(runs::list);
  }

  /** One run, wherever it is. */
  Seen one(String id) throws InterruptedException {
    Predicate<RunStatus> there = run -> run.state() != RunState.NEVER_STARTED;
    return ask(host -> List.of(runs.status(host, id)).stream().filter(there).toList());
  }

  private interface Question {
    List<RunStatus> ask(String host) throws RemoteException, InterruptedException;
  }

  private Seen ask(Question question) throws InterruptedException {
    Map<String, Future<List<RunStatus>>> answers = new LinkedHashMap<>();
    List<RunStatus> found = new ArrayList<>();
    Map<String, String> silent = new LinkedHashMap<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (HostProfile host : profile.hosts()) {
        if (host.ssh() != null) {
          Callable<List<RunStatus>> call = () -> question.ask(host.name());
          answers.put(host.name(), threads.submit(call));
        }
      }
      for (Map.Entry<String, Future<List<RunStatus>>> answer : answers.entrySet()) {
        try {
          found.addAll(answer.getValue().get());
        } catch (ExecutionException e) {
          Throwable cause = e.getCause() == null ? e : e.getCause();
          String words = cause.getMessage();
          silent.put(answer.getKey(), words == null ? cause.toString() : words);
        }
      }
    }
    return new Seen(found, silent);
  }
}
