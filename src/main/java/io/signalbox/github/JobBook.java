package io.signalbox.github;

import io.signalbox.http.Parallel;
import io.signalbox.http.Unread;
import io.signalbox.model.Job;
import io.signalbox.model.WorkflowRun;
import io.signalbox.snapshot.SourceException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * Jobs of runs. Those of an unfinished run are read in every sweep; those of a finished attempt
 * never change, so they are read once and remembered for the newest 30 of a repository. A sweep
 * reads at most ten finished ones, so that a first start does not spend the budget.
 */
final class JobBook {
  private static final int FINISHED_PER_SWEEP = 10;
  private static final int REMEMBERED = 30;
  private static final int UNFINISHED_MOST = 40;

  private final GithubApi api;
  private final Map<String, Map<Attempt, List<Job>>> books = new ConcurrentHashMap<>();
  private final AtomicInteger allowance = new AtomicInteger();

  /** A run's attempt in a certain state of completion. */
  private record Attempt(long run, int number, boolean finished) {
    static Attempt of(WorkflowRun run) {
      return new Attempt(run.id(), run.attempt(), run.completed());
    }
  }

  JobBook(GithubApi api) {
    this.api = api;
  }

  void begin() {
    allowance.set(FINISHED_PER_SWEEP);
  }

  /** The runs with their jobs where they are known. */
  List<WorkflowRun> withJobs(Scope repository, List<WorkflowRun> runs, Unread unread)
      throws InterruptedException, SourceException {
    Map<Attempt, List<Job>> book = new HashMap<>(books.getOrDefault(repository.name(), Map.of()));
    List<WorkflowRun> asked = wanted(runs, book);
    List<Parallel.Question<List<Job>>> questions = new ArrayList<>();
    asked.forEach(run -> questions.add(() -> jobs(repository, run, unread)));
    List<Parallel.Answer<List<Job>>> answers = Parallel.ask(4, "jobs", questions);
    for (int i = 0; i < asked.size(); i++) {
      SourceException error = answers.get(i).error();
      if (error == null) {
        book.put(Attempt.of(asked.get(i)), answers.get(i).orThrow());
      } else {
        unread.add("jobs of run " + asked.get(i).number() + " of " + repository.name(), error);
      }
    }
    forget(runs, book);
    books.put(repository.name(), book);
    return runs.stream().map(run -> with(run, book.get(Attempt.of(run)))).toList();
  }

  private List<WorkflowRun> wanted(List<WorkflowRun> runs, Map<Attempt, List<Job>> book) {
    List<WorkflowRun> wanted = new ArrayList<>();
    runs.stream()
        .filter(run -> !run.completed())
        .sorted(Comparator.comparing(run -> !run.status().equals("in_progress")))
        .limit(UNFINISHED_MOST)
        .forEach(wanted::add);
    runs.stream()
        .filter(WorkflowRun::completed)
        .limit(REMEMBERED)
        .filter(run -> !book.containsKey(Attempt.of(run)) && allowance.getAndDecrement() > 0)
        .forEach(wanted::add);
    return wanted;
  }

  private List<Job> jobs(Scope repository, WorkflowRun run, Unread unread)
      throws SourceException, InterruptedException {
    HttpUrl first =
        repository
            .url(api, "actions/runs/" + run.id() + "/jobs")
            .addQueryParameter("filter", "latest")
            .addQueryParameter("per_page", "100")
            .build();
    Listing<Job> listing = Listing.read(api, first, JobsJson::page, Job::id);
    if (listing.gap() != null && run.completed()) {
      throw SourceException.passing(listing.gap(), null); // or the gap would be remembered for good
    }
    if (listing.gap() != null) {
      unread.add("some jobs of run " + run.number() + " of " + repository.name(), listing.gap());
    }
    return listing.items();
  }

  private static void forget(List<WorkflowRun> runs, Map<Attempt, List<Job>> book) {
    Set<Attempt> kept = new HashSet<>();
    runs.stream().filter(run -> !run.completed()).map(Attempt::of).forEach(kept::add);
    runs.stream()
        .filter(WorkflowRun::completed)
        .limit(REMEMBERED)
        .map(Attempt::of)
        .forEach(kept::add);
    book.keySet().retainAll(kept);
  }

  private static WorkflowRun with(WorkflowRun run, @Nullable List<Job> jobs) {
    return jobs == null
        ? run
        : new WorkflowRun(
            run.id(),
            run.repository(),
            run.workflow(),
            run.path(),
            run.number(),
            run.attempt(),
            run.event(),
            run.title(),
            run.branch(),
            run.sha(),
            run.status(),
            run.conclusion(),
            run.actor(),
            run.createdAt(),
            run.startedAt(),
            run.updatedAt(),
            run.url(),
            jobs,
            true);
  }
}
