package io.signalbox.journal;

import io.signalbox.text.SafeText;
import io.signalbox.text.SecretMask;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The form of a line: a JSON object whose last member is its hash. The hash covers the hash before
 * it and the exact bytes of the object without that member, so nothing has to be re-encoded to
 * verify it.
 */
final class JournalLine {
  static final String FIRST_PREV = "0".repeat(64);

  private static final int HASH_LENGTH = 64;
  private static final String HASH_MEMBER = ",\"hash\":\"";
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private JournalLine() {}

  /**
   * The line after this one, without its line break; secrets are masked, control characters shown.
   */
  static String write(JournalHead before, Instant ts, String actor, JournalNote note) {
    String prev = before.hash();
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("v", 1);
    members.put("seq", before.seq() + 1);
    members.put("ts", ts.toString());
    members.put("actor", clean(actor));
    members.put("phase", note.phase().word());
    members.put("action", clean(note.action()));
    members.put("actionId", clean(note.actionId()));
    members.put("target", clean(note.target()));
    Map<String, String> params = new LinkedHashMap<>();
    note.params().forEach((key, value) -> params.put(clean(key), clean(value)));
    members.put("params", params);
    members.put("argvSha256", clean(note.argvSha256()));
    members.put("result", clean(note.result()));
    members.put("prev", prev);
    String body = JSON.writeValueAsString(members);
    return body.substring(0, body.length() - 1) + HASH_MEMBER + hash(prev, body) + "\"}";
  }

  private static String clean(String text) {
    return SecretMask.mask(SafeText.block(text));
  }

  /** The hash of a line's object without its hash member. */
  static String hash(String prev, String body) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(prev.getBytes(StandardCharsets.US_ASCII));
      digest.update(body.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  /**
   * Reads a line.
   *
   * @throws RuntimeException where it is not one
   */
  static JournalEntry read(String line) {
    JsonNode json = JSON.readTree(line);
    Map<String, String> params = new LinkedHashMap<>();
    json.get("params").properties().forEach(e -> params.put(e.getKey(), e.getValue().asString()));
    return new JournalEntry(
        json.get("seq").asLong(),
        Instant.parse(json.get("ts").asString()),
        json.get("actor").asString(),
        Phase.of(json.get("phase").asString()),
        json.get("action").asString(),
        json.get("actionId").asString(),
        json.get("target").asString(),
        params,
        json.get("argvSha256").asString(),
        json.get("result").asString(),
        json.get("prev").asString(),
        json.get("hash").asString());
  }
}
