package io.signalbox.rig;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mockwebserver3.MockResponse;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Issues, deployments and their statuses of a {@link GithubRig}, with GitHub's refusals. */
public final class GithubRecords {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Pattern STATUSES =
      Pattern.compile("/repos/acme/shop/deployments/(\\d+)/statuses");
  private static final Set<String> STATES =
      Set.of("error", "failure", "inactive", "in_progress", "queued", "pending", "success");

  private final List<JsonNode> issues = new ArrayList<>();
  private final Map<Long, ObjectNode> deployments = new LinkedHashMap<>();
  private final Map<Long, List<ObjectNode>> statuses = new LinkedHashMap<>();
  private final Map<Long, List<ObjectNode>> reviews = new LinkedHashMap<>();
  private @Nullable String user;
  private final List<String> refs = new ArrayList<>(List.of("main"));

  /** Bodies of the issues that were opened, oldest first. */
  public synchronized List<JsonNode> issues() {
    return List.copyOf(issues);
  }

  /** Bodies of the deployments that were created, oldest first. */
  public synchronized List<JsonNode> deployments() {
    return List.copyOf(deployments.values());
  }

  /** The states that the newest deployment went through, in order. */
  public synchronized List<String> states() {
    return statuses.isEmpty()
        ? List.of()
        : List.copyOf(statuses.values()).getLast().stream()
            .map(one -> one.get("state").asString())
            .toList();
  }

  /** The repository has this branch or tag. */
  public synchronized void ref(String name) {
    refs.add(name);
  }

  /** Somebody decides about a run that waits for this environment. */
  public synchronized void review(
      GithubRig.Run run, String login, String state, String environment, String comment) {
    ObjectNode made = JSON.createObjectNode().put("state", state).put("comment", comment);
    made.putArray("environments").addObject().put("id", 1).put("name", environment);
    made.putObject("user").put("login", login).put("type", "User");
    reviews.computeIfAbsent(run.id(), _ -> new ArrayList<>()).addFirst(made);
  }

  /** Whose token it is that asks. */
  public synchronized void user(String login) {
    user = login;
  }

  synchronized ArrayNode reviews(long run) {
    ArrayNode all = JSON.createArrayNode();
    reviews.getOrDefault(run, List.of()).forEach(all::add);
    return all;
  }

  /** The answer; null for what is none of these. */
  synchronized @Nullable MockResponse answer(String method, String path, String body) {
    Matcher status = STATUSES.matcher(path);
    if (status.matches()) {
      long id = Long.parseLong(status.group(1));
      return method.equals("GET") ? listed(id) : status(id, JSON.readTree(body));
    }
    return switch (method + " " + path) {
      case "POST /repos/acme/shop/issues" -> issue(JSON.readTree(body));
      case "POST /repos/acme/shop/deployments" -> deployment((ObjectNode) JSON.readTree(body));
      case "GET /user" ->
          user == null
              ? GithubRig.says(403, "Resource not accessible by integration")
              : GithubRig.json(200, JSON.createObjectNode().put("login", user));
      case "GET /repos/acme/shop/deployments" -> {
        ArrayNode all = JSON.createArrayNode();
        List.copyOf(deployments.values()).reversed().forEach(all::add);
        yield GithubRig.json(200, all);
      }
      default -> null;
    };
  }

  private MockResponse issue(JsonNode issue) {
    if (issue.path("title").asString("").isBlank()) {
      return GithubRig.says(422, "Validation Failed");
    }
    issues.add(issue);
    ObjectNode made = JSON.createObjectNode().put("id", 7000L + issues.size());
    return GithubRig.json(201, made.put("number", issues.size()));
  }

  private MockResponse deployment(ObjectNode wanted) {
    String ref = wanted.path("ref").asString("");
    if (!refs.contains(ref)) {
      return GithubRig.says(422, "No ref found for: " + ref);
    }
    boolean merges = wanted.path("auto_merge").asBoolean(true);
    if (merges || !wanted.path("required_contexts").isArray()) {
      return GithubRig.says(409, "Conflict: commit status checks failed for " + ref);
    }
    long id = 4000L + deployments.size() + 1;
    String now = Clock.systemUTC().instant().toString();
    wanted.put("id", id).put("sha", "0".repeat(40)).put("created_at", now);
    deployments.put(id, wanted);
    statuses.put(id, new ArrayList<>());
    return GithubRig.json(201, wanted);
  }

  private MockResponse status(long id, JsonNode wanted) {
    List<ObjectNode> known = statuses.get(id);
    if (known == null) {
      return GithubRig.says(404, "Not Found");
    }
    String state = wanted.path("state").asString("");
    String description = wanted.path("description").asString("");
    if (!STATES.contains(state) || description.length() > 140) {
      return GithubRig.says(422, "Validation Failed");
    }
    ObjectNode made = JSON.createObjectNode().put("id", 9000L + known.size()).put("state", state);
    made.put("description", description);
    made.put("created_at", Clock.systemUTC().instant().toString());
    known.add(made);
    return GithubRig.json(201, made);
  }

  private MockResponse listed(long id) {
    ArrayNode all = JSON.createArrayNode();
    statuses.getOrDefault(id, List.of()).reversed().forEach(all::add);
    return GithubRig.json(200, all);
  }
}
