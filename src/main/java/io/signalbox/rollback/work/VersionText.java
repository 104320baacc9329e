package io.signalbox.rollback.work;

import io.signalbox.text.SafeText;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The version in what an endpoint answers. */
final class VersionText {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final int LONGEST = 128;

  private VersionText() {}

  /** JSON with {@code version} or {@code build.version}, or a plain line; empty where neither. */
  static String in(String body) {
    String text = body.strip();
    if (text.startsWith("{") || text.startsWith("\"")) {
      try {
        JsonNode root = JSON.readTree(text);
        String version = root.isObject() ? root.path("version").asString("") : root.asString("");
        return SafeText.line(
            version.isEmpty() ? root.path("build").path("version").asString("") : version);
      } catch (JacksonException e) {
        return "";
      }
    }
    String line = text.lines().findFirst().orElse("").strip();
    return line.startsWith("<") || line.length() > LONGEST ? "" : SafeText.line(line);
  }
}
