package io.signalbox.demo;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One HTTP request.
 *
 * @param headers by lower-case name
 * @param parameters of the query and of a form body together, decoded
 * @param body as text, empty where there was none
 * @param origin scheme, address and port under which this server is reached
 */
record HttpAsk(
    String method,
    String path,
    Map<String, String> headers,
    Map<String, List<String>> parameters,
    String body,
    String origin) {

  @Nullable String header(String lowerCaseName) {
    return headers.get(lowerCaseName);
  }

  @Nullable String parameter(String name) {
    List<String> values = parameters.get(name);
    return values == null ? null : values.getFirst();
  }

  String parameter(String name, String otherwise) {
    String value = parameter(name);
    return value == null ? otherwise : value;
  }

  List<String> all(String name) {
    return parameters.getOrDefault(name, List.of());
  }

  /** Adds the pairs of a query or of a form body to {@code parameters}. */
  static void decode(String encoded, Map<String, List<String>> parameters) {
    for (String pair : encoded.split("&")) {
      if (!pair.isEmpty()) {
        int sign = pair.indexOf('=');
        String name = sign < 0 ? pair : pair.substring(0, sign);
        String value = sign < 0 ? "" : pair.substring(sign + 1);
        parameters.computeIfAbsent(decoded(name), _ -> new ArrayList<>()).add(decoded(value));
      }
    }
  }

  static Map<String, List<String>> noParameters() {
    return new LinkedHashMap<>();
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }
}
