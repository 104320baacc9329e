package io.signalbox.rollback.work;

import io.signalbox.action.Evidence.Result;
import io.signalbox.remote.durable.RunMeta;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a rollback was to do, as its run's record keeps it for whoever proves it later.
 *
 * @param version the version it was to bring
 * @param hosts those it was to be brought to; empty where that is not on record
 */
record RunAim(String version, List<String> hosts) {
  /** Nothing is on record. */
  static final RunAim UNKNOWN = new RunAim("", List.of());

  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** Copies the list. */
  RunAim {
    hosts = List.copyOf(hosts);
  }

  /** What a version that was read says of this; one that was not, or no aim, says nothing. */
  Result judge(@Nullable String seen) {
    if (seen == null || version.isEmpty()) {
      return Result.NOT_READABLE;
    }
    return seen.equals(version) ? Result.PROVED : Result.DISPROVED;
  }

  /** The version in words. */
  String wanted() {
    return version.isEmpty() ? "which one was wanted is not on record" : "wanted " + version;
  }

  /** One line. */
  String json() {
    return JSON.writeValueAsString(Map.of("version", version, "hosts", hosts));
  }

  /** Reads a run's record; a host's files may be anything. */
  static RunAim of(@Nullable RunMeta meta) {
    if (meta == null || meta.before().isBlank()) {
      return UNKNOWN;
    }
    try {
      JsonNode json = JSON.readTree(meta.before());
      List<String> hosts = new ArrayList<>();
      json.path("hosts").forEach(one -> hosts.add(one.asString("")));
      return new RunAim(json.path("version").asString(""), hosts);
    } catch (JacksonException e) {
      return UNKNOWN;
    }
  }
}
