package io.signalbox.prometheus;

import io.signalbox.http.JsonCursor;
import io.signalbox.http.WireException;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What every answer of the HTTP API is wrapped in: {@code status}, {@code data}, {@code errorType},
 * {@code error}, {@code warnings}, {@code infos} (Prometheus HTTP API, "Format overview").
 *
 * @param data null with an error, even where the server sent some along
 * @param error null in a good answer
 */
record Envelope<T>(
    @Nullable T data,
    @Nullable String errorType,
    @Nullable String error,
    List<String> warnings,
    List<String> infos) {

  static <T> Envelope<T> decode(InputStream body, JsonCursor.Element<T> reader) throws IOException {
    try (JsonCursor json = JsonCursor.open(body)) {
      json.object();
      String status = "";
      T data = null;
      String errorType = null;
      String error = null;
      List<String> warnings = List.of();
      List<String> infos = List.of();
      for (String field = json.field(); field != null; field = json.field()) {
        switch (field) {
          case "status" -> status = json.text();
          case "data" -> data = json.isNull() ? null : reader.read(json);
          case "errorType" -> errorType = json.textOrNull();
          case "error" -> error = json.textOrNull();
          case "warnings" -> warnings = json.listOrEmpty(JsonCursor::text);
          case "infos" -> infos = json.listOrEmpty(JsonCursor::text);
          default -> json.skip();
        }
      }
      if (status.equals("error")) {
        return new Envelope<>(
            null, errorType, error == null ? "no reason given" : error, warnings, infos);
      }
      if (!status.equals("success") || data == null) {
        throw new WireException(
            "it has no status \"success\" with data, so it is no Prometheus answer");
      }
      return new Envelope<>(data, null, null, warnings, infos);
    }
  }
}
