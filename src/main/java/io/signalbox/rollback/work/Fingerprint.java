package io.signalbox.rollback.work;

import io.signalbox.remote.durable.PlaybookAnswer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a preview is of: hashes of the playbooks' folder, the inventory, Ansible's settings, the
 * roles that lie apart and the artifact, and everything that is given to them. Reason, incident and
 * ticket say why, and are no part of it.
 *
 * @param parts by name, in order
 */
record Fingerprint(Map<String, String> parts) {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  Fingerprint {
    parts = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(parts));
  }

  /**
   * Of what the control host hashed, the deciding arguments, the environment, and the hosts that
   * are matched.
   */
  static Fingerprint of(
      PlaybookAnswer hashes,
      String inventory,
      PlaybookCall call,
      Map<String, String> values,
      List<String> limit,
      List<String> matched) {
    Map<String, String> parts = new LinkedHashMap<>();
    parts.put("version", values.getOrDefault("target", ""));
    parts.put("inventory", hashes.word("inventoried").orElse(inventory));
    parts.put("variables", sha256(call.deciding(values).toString()));
    parts.put("limit", call.limit(limit));
    Map<String, String> none = Map.of();
    parts.put("arguments", sha256(call.argv(none, limit) + call.directory()));
    parts.put("environment", sha256(call.environment().toString()));
    parts.put("hosts", sha256(String.join("\n", matched.stream().sorted().toList())));
    for (String what : List.of("playbooks", "config", "roles")) {
      parts.put(what, hashes.word(what).orElse(""));
    }
    parts.put("artifact", hashes.word("artifactsum").orElse(""));
    return new Fingerprint(parts);
  }

  private static String sha256(String text) {
    try {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  /** SHA-256 over all parts, in hex. */
  String print() {
    return sha256(json());
  }

  /** One line that tells two of them apart by what differs. */
  String json() {
    return JSON.writeValueAsString(parts);
  }

  /** What differs from the one that this line is of; empty where nothing does. */
  List<String> different(String line) {
    List<String> different = new ArrayList<>();
    JsonNode other;
    try {
      other = JSON.readTree(line);
    } catch (JacksonException e) {
      return List.of("everything");
    }
    parts.forEach(
        (name, value) -> {
          if (!value.equals(other.path(name).asString(""))) {
            different.add(name);
          }
        });
    return different;
  }
}
