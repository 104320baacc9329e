package io.signalbox.rig;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A GitHub with one repository, {@code acme/shop}, that keeps runners, runs and jobs, gives queued
 * jobs to online idle runners with all labels, and refuses what GitHub refuses.
 */
public final class GithubRig implements AutoCloseable {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String REPO = "/repos/acme/shop";
  private static final String ORGANIZATION = "/orgs/acme";
  private static final List<String> GIVEN = List.of("self-hosted", "linux", "x64");

  private final MockWebServer server = new MockWebServer();
  private final Map<String, Runner> runners = new LinkedHashMap<>();
  private final Map<Long, Run> runs = new LinkedHashMap<>();
  private final List<String> writes = new CopyOnWriteArrayList<>();
  private final GithubRecords records = new GithubRecords();
  private final List<Fault> faults = new ArrayList<>();
  private final List<Hook> hooks = new ArrayList<>();
  private long nextJob = 900;
  private long nextRun = 500;
  private long nextRunner = 100;
  private final Object gate = new Object();
  private boolean holding;
  private boolean listingHasAGap;
  private boolean detailsOfDispatch = true;
  private boolean matchesOnce;
  private String registeredAt = REPO;

  /** A registered runner. */
  public static final class Runner {
    final long id;
    final String name;

    /** GitHub's status. */
    public boolean online = true;

    /** GitHub's busy. */
    public boolean busy;

    /** In GitHub's order. */
    public final List<String> labels = new CopyOnWriteArrayList<>();

    Runner(long id, String name, List<String> labels) {
      this.id = id;
      this.name = name;
      this.labels.addAll(labels);
    }
  }

  /** A run with one job. */
  public static final class Run {
    final long id;
    final String workflow;
    final List<String> labels;

    /** GitHub's status. */
    public String status = "queued";

    @Nullable String conclusion;

    /** The runner that took its job. */
    public @Nullable String runner;

    /** Nobody took it when it was queued, and nobody will: it has to be run again. */
    boolean stuck;

    /** What stands in its title, and who started it. */
    public String title = "";

    /** Who started it. */
    public String actor = "mira-gh";

    /** Where it was started from. */
    public String branch = "main";

    int attempt = 1;
    long job;
    String created = "";

    Run(long id, String workflow, List<String> labels) {
      this.id = id;
      this.workflow = workflow;
      this.labels = labels;
    }

    /** Its id. */
    public long id() {
      return id;
    }
  }

  /** What goes wrong with one request. */
  public enum Trouble {
    /** The line is cut before anything was done. */
    CUT_BEFORE,
    /** It is done, and the answer is lost. */
    CUT_AFTER,
    /** 500, and nothing was done. */
    FAILS,
    /** 404, as for a token that may not. */
    HIDDEN,
    /** 403 with the headers of an exhausted budget. */
    LIMITED
  }

  private record Fault(Pattern request, Trouble trouble) {}

  private record Hook(Pattern request, Runnable what) {}

  /** Starts one with these runners; a job is taken as soon as a runner fits. */
  public GithubRig() {
    server.setDispatcher(
        new Dispatcher() {
          @Override
          public MockResponse dispatch(RecordedRequest request) throws InterruptedException {
            MockResponse answer = answer(request);
            pass();
            return answer;
          }
        });
    try {
      server.start(InetAddress.getByName("127.0.0.1"), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Registers a runner. */
  public synchronized Runner runner(String name, String... labels) {
    Runner one = new Runner(++nextRunner, name, List.of(labels));
    runners.put(name, one);
    return one;
  }

  /** All runners are registered with the organization acme, and not with the repository. */
  public synchronized void registersWithTheOrganization() {
    registeredAt = ORGANIZATION;
  }

  /** Removes a registration, as GitHub does with one that was offline for long. */
  public synchronized void unregister(Runner runner) {
    runners.remove(runner.name);
  }

  /** Starts a run whose one job asks for these labels. */
  public synchronized Run run(String workflow, String... labels) {
    Run run = new Run(++nextRun, workflow, List.of(labels));
    run.job = ++nextJob;
    run.created = Clock.systemUTC().instant().truncatedTo(ChronoUnit.SECONDS).toString();
    runs.put(run.id, run);
    schedule();
    run.stuck = matchesOnce && run.runner == null;
    return run;
  }

  /** The next request that matches meets this trouble, once. */
  public synchronized GithubRig trouble(String request, Trouble trouble) {
    faults.add(new Fault(Pattern.compile(request), trouble));
    return this;
  }

  /** Runs this right after the first request that matches was answered. */
  public synchronized GithubRig after(String request, Runnable what) {
    hooks.add(new Hook(Pattern.compile(request), what));
    return this;
  }

  /** A page of the listing of runners is missing from now on. */
  public synchronized void losesAPage() {
    listingHasAGap = true;
  }

  /** From now on a job is matched when it is queued, and not once more when labels change. */
  public synchronized void matchesOnce() {
    matchesOnce = true;
  }

  /** Dispatches answer 204 without an id from now on, as older servers do. */
  public synchronized void dispatchesWithoutDetails() {
    detailsOfDispatch = false;
  }

  /** While true every answer waits: whoever asks hangs. */
  public void holdsItsAnswers(boolean held) {
    synchronized (gate) {
      holding = held;
      gate.notifyAll();
    }
  }

  private void pass() throws InterruptedException {
    synchronized (gate) {
      while (holding) {
        gate.wait();
      }
    }
  }

  /** Every request that was to change something, with its body. */
  public List<String> writes() {
    return List.copyOf(writes);
  }

  /** Issues and deployments. */
  public GithubRecords records() {
    return records;
  }

  /** Where it answers. */
  public URI url() {
    return URI.create("http://127.0.0.1:" + server.getPort());
  }

  private synchronized MockResponse answer(RecordedRequest request) {
    String method = request.getMethod();
    String path = request.getUrl().encodedPath();
    String asked = method + " " + path;
    String body = request.getBody() == null ? "" : request.getBody().utf8();
    if (!method.equals("GET")) {
      writes.add(asked + (body.isEmpty() ? "" : " " + body));
    }
    Trouble trouble = trouble(asked);
    MockResponse answer = trouble == null ? done(method, path, body, request) : hit(trouble);
    if (trouble == Trouble.CUT_AFTER) {
      done(method, path, body, request);
    }
    hooks.stream()
        .filter(hook -> hook.request().matcher(asked).matches())
        .findFirst()
        .ifPresent(
            hook -> {
              hooks.remove(hook);
              hook.what().run();
            });
    schedule();
    return answer;
  }

  private @Nullable Trouble trouble(String asked) {
    Fault found =
        faults.stream()
            .filter(fault -> fault.request().matcher(asked).matches())
            .findFirst()
            .orElse(null);
    if (found != null) {
      faults.remove(found);
    }
    return found == null ? null : found.trouble();
  }

  private static MockResponse hit(Trouble trouble) {
    return switch (trouble) {
      case CUT_BEFORE, CUT_AFTER ->
          new MockResponse.Builder().onResponseStart(new SocketEffect.CloseSocket()).build();
      case FAILS -> says(500, "Server Error");
      case HIDDEN -> says(404, "Not Found");
      case LIMITED ->
          says(403, "API rate limit exceeded")
              .newBuilder()
              .addHeader("x-ratelimit-remaining", "0")
              .addHeader("x-ratelimit-limit", "5000")
              .addHeader("retry-after", "60")
              .build();
    };
  }

  private MockResponse done(String method, String path, String body, RecordedRequest request) {
    Matcher label =
        Pattern.compile(registeredAt + "/actions/runners/(\\d+)/labels(/[^/]+)?").matcher(path);
    if (label.matches()) {
      return labels(method, Long.parseLong(label.group(1)), label.group(2), body);
    }
    Matcher one = Pattern.compile(registeredAt + "/actions/runners/(\\d+)").matcher(path);
    if (one.matches()) {
      Runner runner = byId(Long.parseLong(one.group(1)));
      return runner == null ? says(404, "Not Found") : json(200, shape(runner));
    }
    Matcher run = Pattern.compile(REPO + "/actions/runs/(\\d+)(/[a-z-]+)?").matcher(path);
    if (run.matches()) {
      return run(method, Long.parseLong(run.group(1)), run.group(2) == null ? "" : run.group(2));
    }
    Matcher flow =
        Pattern.compile(REPO + "/actions/workflows/([^/]+)/(runs|dispatches)").matcher(path);
    if (flow.matches()) {
      return flow.group(2).equals("runs")
          ? listed(flow.group(1), null)
          : dispatch(flow.group(1), body);
    }
    if (path.equals(REPO + "/actions/runners") || path.equals(ORGANIZATION + "/actions/runners")) {
      return runners(path.startsWith(registeredAt));
    }
    MockResponse record = records.answer(method, path, body);
    if (record != null) {
      return record;
    }
    return switch (path) {
      case REPO -> json(200, JSON.createObjectNode().put("default_branch", "main"));
      case REPO + "/actions/runs" -> listed(null, request.getUrl().queryParameter("status"));
      case REPO + "/environments" -> {
        ObjectNode none = JSON.createObjectNode().put("total_count", 0);
        none.putArray("environments");
        yield json(200, none);
      }
      default -> says(404, "Not Found");
    };
  }

  private @Nullable Runner byId(long id) {
    return runners.values().stream().filter(r -> r.id == id).findFirst().orElse(null);
  }

  private MockResponse labels(String method, long id, @Nullable String name, String body) {
    Runner runner = byId(id);
    if (runner == null) {
      return says(404, "Not Found");
    }
    if (method.equals("POST") && name == null) {
      JsonNode wanted = JSON.readTree(body).path("labels");
      if (!wanted.isArray() || wanted.isEmpty() || wanted.size() > 100) {
        return says(422, "Invalid request. labels must have 1 to 100 items");
      }
      wanted.forEach(
          one -> {
            if (runner.labels.stream().noneMatch(l -> l.equalsIgnoreCase(one.asString()))) {
              runner.labels.add(one.asString());
            }
          });
    } else if (method.equals("DELETE") && name != null) {
      String label = name.substring(1);
      if (GIVEN.contains(label.toLowerCase(Locale.ROOT))) {
        return says(422, "Cannot remove a read-only label");
      }
      if (!runner.labels.removeIf(l -> l.equalsIgnoreCase(label))) {
        return says(404, "Not Found");
      }
    } else if (!method.equals("GET")) {
      throw new AssertionError("nobody may " + method + " labels");
    }
    ObjectNode all = JSON.createObjectNode().put("total_count", runner.labels.size());
    all.set("labels", shape(runner).get("labels"));
    return json(200, all);
  }

  private MockResponse run(String method, long id, String rest) {
    Run run = runs.get(id);
    if (run == null) {
      return says(404, "Not Found");
    }
    return switch (method + rest) {
      case "GET" -> json(200, shape(run));
      case "GET/jobs" -> {
        ObjectNode all = JSON.createObjectNode().put("total_count", 1);
        all.putArray("jobs").add(job(run));
        yield json(200, all);
      }
      case "GET/approvals" -> json(200, records.reviews(id));
      case "POST/cancel", "POST/force-cancel" -> {
        if (run.status.equals("completed")) {
          yield says(409, "Cannot cancel a workflow run that is completed.");
        }
        end(run, "cancelled");
        yield json(202, JSON.createObjectNode());
      }
      case "POST/rerun", "POST/rerun-failed-jobs" -> {
        if (!run.status.equals("completed")) {
          yield says(403, "This workflow run is not completed");
        }
        run.status = "queued";
        run.conclusion = null;
        run.runner = null;
        run.stuck = false;
        run.attempt++;
        run.job = ++nextJob;
        yield json(201, JSON.createObjectNode());
      }
      default -> says(404, "Not Found");
    };
  }

  private void end(Run run, String conclusion) {
    Runner runner = run.runner == null ? null : runners.get(run.runner);
    if (runner != null) {
      runner.busy = false;
    }
    run.status = "completed";
    run.conclusion = conclusion;
  }

  /** Ends a run's job. */
  public synchronized void finish(Run run, String conclusion) {
    end(run, conclusion);
    schedule();
  }

  private MockResponse dispatch(String workflow, String body) {
    if (!JSON.readTree(body).path("inputs").isMissingNode()) {
      return says(422, "Unexpected inputs provided");
    }
    if (!JSON.readTree(body).path("ref").asString("").equals("main")) {
      return says(422, "No ref found");
    }
    Run run = run(workflow, "self-hosted", "production", "primary");
    return detailsOfDispatch
        ? json(200, JSON.createObjectNode().put("workflow_run_id", run.id))
        : new MockResponse.Builder().code(204).build();
  }

  private void schedule() {
    for (Run run : runs.values()) {
      if (!run.status.equals("queued") || run.stuck) {
        continue;
      }
      runners.values().stream()
          .filter(r -> r.online && !r.busy && fits(r, run.labels))
          .findFirst()
          .ifPresent(
              r -> {
                r.busy = true;
                run.runner = r.name;
                run.status = "in_progress";
              });
    }
  }

  private static boolean fits(Runner runner, List<String> wanted) {
    return wanted.stream().allMatch(one -> runner.labels.stream().anyMatch(one::equalsIgnoreCase));
  }

  private MockResponse runners(boolean here) {
    int count = here ? runners.size() : 0;
    ObjectNode all = JSON.createObjectNode().put("total_count", count + (listingHasAGap ? 1 : 0));
    ArrayNode items = all.putArray("runners");
    runners.values().stream().filter(_ -> here).forEach(r -> items.add(shape(r)));
    return json(200, all);
  }

  private MockResponse listed(@Nullable String workflow, @Nullable String status) {
    List<Run> found =
        runs.values().stream()
            .filter(r -> workflow == null || r.workflow.equals(workflow))
            .filter(r -> status == null || r.status.equals(status))
            .toList();
    ObjectNode all = JSON.createObjectNode().put("total_count", found.size());
    ArrayNode items = all.putArray("workflow_runs");
    found.reversed().forEach(r -> items.add(shape(r)));
    return json(200, all);
  }

  private static ObjectNode shape(Runner runner) {
    ObjectNode node =
        JSON.createObjectNode()
            .put("id", runner.id)
            .put("name", runner.name)
            .put("os", "Linux")
            .put("status", runner.online ? "online" : "offline")
            .put("busy", runner.busy);
    ArrayNode labels = node.putArray("labels");
    for (String label : runner.labels) {
      boolean given = GIVEN.contains(label.toLowerCase(Locale.ROOT));
      labels.addObject().put("name", label).put("type", given ? "read-only" : "custom");
    }
    return node;
  }

  private static ObjectNode shape(Run run) {
    ObjectNode node =
        JSON.createObjectNode()
            .put("id", run.id)
            .put("name", run.workflow)
            .put("path", ".github/workflows/" + run.workflow)
            .put("run_number", run.id)
            .put("run_attempt", run.attempt)
            .put("event", "workflow_dispatch")
            .put("display_title", run.title)
            .put("head_branch", run.branch)
            .put("status", run.status)
            .put("conclusion", run.conclusion)
            .put("created_at", run.created);
    node.putObject("actor").put("login", run.actor);
    node.put("updated_at", Clock.systemUTC().instant().truncatedTo(ChronoUnit.SECONDS).toString());
    return node;
  }

  private static ObjectNode job(Run run) {
    ObjectNode node =
        JSON.createObjectNode()
            .put("id", run.job)
            .put("run_id", run.id)
            .put("name", "Deploy to production")
            .put("status", run.status)
            .put("conclusion", run.conclusion)
            .put("created_at", run.created)
            .put("started_at", run.created)
            .put("runner_name", run.runner);
    ArrayNode labels = node.putArray("labels");
    run.labels.forEach(labels::add);
    return node;
  }

  static MockResponse says(int status, String message) {
    return json(status, JSON.createObjectNode().put("message", message));
  }

  static MockResponse json(int status, JsonNode body) {
    return new MockResponse.Builder()
        .code(status)
        .addHeader("Content-Type", "application/json; charset=utf-8")
        .body(body.toString())
        .build();
  }

  @Override
  public void close() {
    holdsItsAnswers(false);
    server.close();
  }
}
