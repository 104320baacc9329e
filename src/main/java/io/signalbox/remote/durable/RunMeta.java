package io.signalbox.remote.durable;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a run's directory says of it, one line of JSON; the lock's holder file is the same line.
 *
 * @param owner who started it
 * @param from the machine it was started from
 * @param verify what proves it, empty where nothing does
 * @param planHash content hash of the plan
 * @param startedAt by the clock of the machine it was started from, ISO-8601
 * @param journalHead hash of the journal's last entry at the start: a cut journal shows against it
 * @param token the fencing token
 * @param target what it is about: a runner's name, or the machine's own
 * @param before what was seen before it, for whoever proves it later; may be empty
 * @param journal which journal that entry is in; empty where that is not known
 */
public record RunMeta(
    String id,
    String environment,
    String host,
    String owner,
    String from,
    String action,
    String reason,
    List<String> argv,
    List<String> verify,
    String planHash,
    String startedAt,
    String journalHead,
    long token,
    String target,
    String before,
    String journal) {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** Copies the arguments. */
  public RunMeta {
    argv = List.copyOf(argv);
    verify = List.copyOf(verify);
  }

  /** A run that is about its machine and needs no look before. */
  public RunMeta(
      String id,
      String environment,
      String host,
      String owner,
      String from,
      String action,
      String reason,
      List<String> argv,
      List<String> verify,
      String planHash,
      String startedAt,
      String journalHead,
      long token) {
    this(
        id,
        environment,
        host,
        owner,
        from,
        action,
        reason,
        argv,
        verify,
        planHash,
        startedAt,
        journalHead,
        token,
        host,
        "",
        "");
  }

  /** Who holds a lock by this run, in words. */
  public String holderWords() {
    return "held by "
        + owner
        + " on "
        + from
        + " since "
        + startedAt
        + ", running "
        + action
        + " on "
        + host
        + (reason.isEmpty() ? "" : ": " + reason)
        + " (run "
        + id
        + ")";
  }

  String json() {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("v", 1);
    members.put("id", id);
    members.put("environment", environment);
    members.put("host", host);
    members.put("owner", owner);
    members.put("from", from);
    members.put("action", action);
    members.put("reason", reason);
    members.put("argv", argv);
    members.put("verify", verify);
    members.put("planHash", planHash);
    members.put("startedAt", startedAt);
    members.put("journalHead", journalHead);
    members.put("token", token);
    members.put("target", target);
    members.put("before", before);
    members.put("journal", journal);
    return JSON.writeValueAsString(members);
  }

  /** Reads a line; null where it is none, for a host's files may be anything. */
  static @Nullable RunMeta parse(String line) {
    try {
      JsonNode json = JSON.readTree(line);
      if (!json.isObject()) {
        return null;
      }
      return new RunMeta(
          text(json, "id"),
          text(json, "environment"),
          text(json, "host"),
          text(json, "owner"),
          text(json, "from"),
          text(json, "action"),
          text(json, "reason"),
          texts(json, "argv"),
          texts(json, "verify"),
          text(json, "planHash"),
          text(json, "startedAt"),
          text(json, "journalHead"),
          json.path("token").asLong(0),
          text(json, "target"),
          text(json, "before"),
          text(json, "journal"));
    } catch (JacksonException e) {
      return null;
    }
  }

  private static List<String> texts(JsonNode json, String name) {
    List<String> texts = new ArrayList<>();
    json.path(name).forEach(one -> texts.add(one.asString("")));
    return texts;
  }

  private static String text(JsonNode json, String name) {
    return json.path(name).asString("");
  }
}
