package io.signalbox.github;

import io.signalbox.http.JsonCursor;
import io.signalbox.model.GithubRunner;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** Self-hosted runners as GitHub lists them. Public so that decoding can be measured on its own. */
public final class RunnersJson {
  private RunnersJson() {}

  /** The runners of one page of {@code …/actions/runners}. */
  public static List<GithubRunner> decode(InputStream body, String registeredAt)
      throws IOException {
    return page(body, registeredAt).items();
  }

  static Page<GithubRunner> page(InputStream body, String registeredAt) throws IOException {
    return Page.counted(body, "runners", json -> runner(json, registeredAt));
  }

  static GithubRunner one(InputStream body, String registeredAt) throws IOException {
    try (JsonCursor json = JsonCursor.open(body)) {
      return runner(json, registeredAt);
    }
  }

  private static GithubRunner runner(JsonCursor json, String registeredAt) throws IOException {
    json.object();
    long id = -1;
    String name = null;
    String os = "";
    String status = null;
    Boolean busy = null;
    String version = null;
    List<String> labels = List.of();
    for (String field = json.field(); field != null; field = json.field()) {
      switch (field) {
        case "id" -> id = json.number();
        case "name" -> name = json.text();
        case "os" -> os = json.textOr("");
        case "status" -> status = json.text();
        case "busy" -> busy = json.flag();
        case "version" -> version = json.textOrNull();
        case "labels" -> labels = json.listOrEmpty(RunnersJson::label);
        default -> json.skip();
      }
    }
    if (id < 0 || name == null || status == null || busy == null) {
      throw json.wrong("a runner with id, name, status and busy");
    }
    return new GithubRunner(id, registeredAt, name, os, status, busy, labels, version);
  }

  private static String label(JsonCursor json) throws IOException {
    json.object();
    String name = "";
    for (String field = json.field(); field != null; field = json.field()) {
      if (field.equals("name")) {
        name = json.text();
      } else {
        json.skip();
      }
    }
    return name;
  }
}
