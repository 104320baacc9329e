package io.signalbox.demo;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One workflow file of the simulated repository. */
record WorkflowTemplate(long id, String name, String file, List<Job> jobs) {

  String path() {
    return ".github/workflows/" + file;
  }

  /**
   * One job of a workflow.
   *
   * @param needs the names of the jobs that have to succeed first
   * @param labels what the job asks of a runner
   * @param environment the environment it deploys to, if it does
   */
  record Job(
      String name,
      List<String> needs,
      List<String> labels,
      @Nullable String environment,
      Odds odds,
      List<String> steps) {}

  /**
   * How a job tends to go.
   *
   * @param failureShare how often it fails, in [0, 1]
   */
  record Odds(int minSeconds, int maxSeconds, double failureShare) {}
}
