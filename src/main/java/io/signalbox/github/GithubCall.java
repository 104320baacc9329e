package io.signalbox.github;

import io.signalbox.interlock.RemoteCommand;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;
import tools.jackson.databind.json.JsonMapper;

/**
 * The changes that may be asked of GitHub, as commands of a plan: method, path, body. There is no
 * PUT of labels among them: it replaces what others set meanwhile.
 */
public final class GithubCall {
  /** The host's name in a plan. */
  public static final String HOST = "github";

  /** In a record's text: the plan's own id, which is its run's. It is made after the text. */
  public static final String RUN = "{run}";

  /** In a record's text: the verdict's stable name, one word in capitals. */
  public static final String VERDICT = "{verdict}";

  /** In a path: the deployment that the same plan creates before. */
  static final String DEPLOYMENT = "{deployment}";

  private static final int MOST_LABELS = 100;
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String SCOPE = "/(repos/[^/]+/[^/]+|orgs/[^/]+)";
  private static final String REPO = "/repos/[^/]+/[^/]+";
  private static final List<Pattern> KNOWN =
      List.of(
          Pattern.compile("POST " + SCOPE + "/actions/runners/\\d+/labels"),
          Pattern.compile("DELETE " + SCOPE + "/actions/runners/\\d+/labels/[^/]+"),
          Pattern.compile("POST " + REPO + "/actions/runs/\\d+/(cancel|force-cancel)"),
          Pattern.compile("POST " + REPO + "/actions/runs/\\d+/(rerun|rerun-failed-jobs)"),
          Pattern.compile("POST " + REPO + "/actions/jobs/\\d+/rerun"),
          Pattern.compile("POST " + REPO + "/actions/workflows/[^/]+/dispatches"),
          Pattern.compile("POST " + REPO + "/issues"),
          Pattern.compile("POST " + REPO + "/deployments"),
          Pattern.compile("POST " + REPO + "/deployments/(\\d+|\\{deployment\\})/statuses"));

  private GithubCall() {}

  /** True for a command that is one of these. */
  static boolean known(RemoteCommand command) {
    List<String> argv = command.argv();
    return command.host().equals(HOST)
        && argv.size() >= 2
        && argv.size() <= 3
        && KNOWN.stream().anyMatch(one -> one.matcher(argv.get(0) + " " + argv.get(1)).matches());
  }

  /**
   * Adds labels to a runner where it is registered.
   *
   * @param registeredAt {@code owner/repo} or the organization
   * @throws IllegalArgumentException for none or more than 100, which GitHub refuses
   */
  public static RemoteCommand addLabels(String registeredAt, long runner, List<String> labels) {
    if (labels.isEmpty() || labels.size() > MOST_LABELS) {
      throw new IllegalArgumentException("GitHub takes 1 to 100 labels, not " + labels.size());
    }
    return post(runnerPath(registeredAt, runner) + "/labels", Map.of("labels", labels));
  }

  /** Removes one label from a runner. */
  public static RemoteCommand removeLabel(String registeredAt, long runner, String label) {
    return new RemoteCommand(
        HOST, List.of("DELETE", runnerPath(registeredAt, runner) + "/labels/" + segment(label)));
  }

  /** Asks a run to end. */
  public static RemoteCommand cancel(String repository, long run) {
    return post("/repos/" + repository + "/actions/runs/" + run + "/cancel");
  }

  /**
   * Ends a run that does not answer to {@link #cancel}; its {@code always()} steps are left out.
   */
  public static RemoteCommand forceCancel(String repository, long run) {
    return post("/repos/" + repository + "/actions/runs/" + run + "/force-cancel");
  }

  /** Runs all jobs of a finished run again. */
  public static RemoteCommand rerun(String repository, long run) {
    return post("/repos/" + repository + "/actions/runs/" + run + "/rerun");
  }

  /** Runs the failed and cancelled jobs of a finished run again; what succeeded is kept. */
  public static RemoteCommand rerunFailedJobs(String repository, long run) {
    return post("/repos/" + repository + "/actions/runs/" + run + "/rerun-failed-jobs");
  }

  /** Runs one job, and those that need it, again. */
  public static RemoteCommand rerunJob(String repository, long job) {
    return post("/repos/" + repository + "/actions/jobs/" + job + "/rerun");
  }

  /**
   * Starts a workflow without inputs.
   *
   * @param workflow the file's name
   */
  public static RemoteCommand dispatch(String repository, String workflow, String ref) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("ref", ref);
    body.put("return_run_details", true);
    return post(
        "/repos/" + repository + "/actions/workflows/" + segment(workflow) + "/dispatches", body);
  }

  /** Opens an issue. */
  public static RemoteCommand createIssue(
      String repository, String title, String text, List<String> labels) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("title", title);
    body.put("body", text);
    body.put("labels", labels);
    return post("/repos/" + repository + "/issues", body);
  }

  /**
   * Records a deployment. Never merges the default branch and waits for no check: both are GitHub's
   * defaults.
   */
  public static RemoteCommand createDeployment(
      String repository, String ref, String environment, String task, String description) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("ref", ref);
    body.put("environment", environment);
    body.put("task", task);
    body.put("description", description);
    body.put("auto_merge", false);
    body.put("required_contexts", List.of());
    return post("/repos/" + repository + "/deployments", body);
  }

  /**
   * Sets a deployment's state.
   *
   * @param state error, failure, inactive, in_progress, queued, pending or success
   */
  public static RemoteCommand createDeploymentStatus(
      String repository, long deployment, String state, String description) {
    return status(repository, Long.toString(deployment), state, description);
  }

  /** Sets the state of the deployment that the same plan creates; its id is put in when known. */
  public static RemoteCommand createStatusOfCreated(
      String repository, String state, String description) {
    return status(repository, DEPLOYMENT, state, description);
  }

  private static RemoteCommand status(
      String repository, String deployment, String state, String description) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("state", state);
    body.put("description", description);
    return post("/repos/" + repository + "/deployments/" + deployment + "/statuses", body);
  }

  /** True for what only records something at GitHub: its text may have blanks. */
  static boolean record(RemoteCommand command) {
    String path = command.argv().get(1);
    return path.matches(REPO + "/(issues|deployments(/.*)?)");
  }

  /** True for what creates a deployment. */
  static boolean createsDeployment(RemoteCommand command) {
    return command.argv().get(1).matches(REPO + "/deployments");
  }

  private static String runnerPath(String registeredAt, long runner) {
    String scope = registeredAt.indexOf('/') < 0 ? "/orgs/" : "/repos/";
    return scope + registeredAt + "/actions/runners/" + runner;
  }

  private static String segment(String text) {
    HttpUrl url =
        new HttpUrl.Builder().scheme("http").host("127.0.0.1").addPathSegment(text).build();
    return url.encodedPath().substring(1);
  }

  private static RemoteCommand post(String path) {
    return new RemoteCommand(HOST, List.of("POST", path));
  }

  private static RemoteCommand post(String path, Map<String, ?> body) {
    List<String> argv = new ArrayList<>(List.of("POST", path));
    argv.add(JSON.writeValueAsString(body));
    return new RemoteCommand(HOST, argv);
  }
}
