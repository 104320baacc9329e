package io.signalbox.snapshot;

import io.signalbox.model.Job;
import io.signalbox.model.RunReview;
import io.signalbox.model.WorkflowRun;
import java.util.List;
import java.util.Optional;

/** Reads runs and jobs live, past every cache: for the proof after an action. Blocks. */
public interface WorkLookup {
  /** The newest attempt's jobs of a run; empty where GitHub answers 404. */
  List<Job> jobs(String repository, long run) throws SourceException, InterruptedException;

  /** One run, without its jobs; empty where GitHub answers 404. */
  Optional<WorkflowRun> run(String repository, long run)
      throws SourceException, InterruptedException;

  /** The newest runs of a workflow file that were started by hand, without their jobs. */
  List<WorkflowRun> dispatched(String repository, String workflow)
      throws SourceException, InterruptedException;

  /** The repository's default branch; empty where GitHub answers 404. */
  Optional<String> defaultBranch(String repository) throws SourceException, InterruptedException;

  /** What people decided about a run that waited for them, newest decision first as GitHub says. */
  List<RunReview> reviews(String repository, long run) throws SourceException, InterruptedException;

  /** The login that the token stands for; empty where it stands for no person. */
  Optional<String> login() throws SourceException, InterruptedException;
}
