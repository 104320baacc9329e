package io.signalbox.demo;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** One HTTP answer; the server adds {@code Date} and {@code Content-Length}. */
record HttpAnswer(int status, Map<String, String> headers, byte[] body) {

  static HttpAnswer json(int status, JsonNode body) {
    return of(status, "application/json", body.toString());
  }

  static HttpAnswer text(int status, String body) {
    return of(status, "text/plain; charset=utf-8", body);
  }

  static HttpAnswer of(int status, String type, String body) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Content-Type", type);
    return new HttpAnswer(status, headers, body.getBytes(StandardCharsets.UTF_8));
  }

  HttpAnswer with(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new HttpAnswer(status, more, body);
  }
}
