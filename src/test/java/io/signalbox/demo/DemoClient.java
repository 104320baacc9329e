package io.signalbox.demo;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reaches a demo world as any client would: by what its profile and its home say. */
final class DemoClient implements AutoCloseable {
  private static final String SHOP = "/repos/acme/shop";
  private static final Pattern NEXT = Pattern.compile("<([^>]+)>; rel=\"next\"");

  private final DemoWorld world;
  private final HttpClient http = HttpClient.newHttpClient();
  private final JsonMapper json = new JsonMapper();

  DemoClient(DemoWorld world) {
    this.world = world;
  }

  /** The profile as its text says it, apart from the product's own reader. */
  JsonNode profile() throws IOException {
    String text = Files.readString(world.profile());
    return json.valueToTree(new Load(LoadSettings.builder().build()).loadFromString(text));
  }

  private JsonNode sources() throws IOException {
    return profile().path("sources");
  }

  String prometheus() throws IOException {
    return sources().path("prometheus").get(0).path("url").asString();
  }

  String alertmanager() throws IOException {
    return sources().path("alertmanager").get(0).path("url").asString();
  }

  String github() throws IOException {
    return sources().path("github").path("api").asString();
  }

  String token() throws IOException {
    return Files.readString(world.home().resolve("token")).strip();
  }

  HttpResponse<String> get(String url, String... headers) throws Exception {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  HttpResponse<String> shop(String path, String... more) throws Exception {
    String[] headers = new String[more.length + 2];
    headers[0] = "Authorization";
    headers[1] = "Bearer " + token();
    System.arraycopy(more, 0, headers, 2, more.length);
    String url = path.startsWith("http") ? path : github() + SHOP + path;
    return get(url, headers);
  }

  /** Asks the simulated repository for a change. */
  HttpResponse<String> write(String method, String path, String body) throws Exception {
    try (HttpClient own = HttpClient.newHttpClient()) {
      HttpRequest request =
          HttpRequest.newBuilder(URI.create(github() + SHOP + path))
              .header("Authorization", "Bearer " + token())
              .header("User-Agent", "test")
              .method(method, HttpRequest.BodyPublishers.ofString(body))
              .build();
      return own.send(request, HttpResponse.BodyHandlers.ofString());
    }
  }

  JsonNode shopJson(String path) throws Exception {
    return json.readTree(shop(path).body());
  }

  static Optional<String> next(HttpResponse<String> page) {
    return page.headers()
        .firstValue("link")
        .map(NEXT::matcher)
        .filter(Matcher::find)
        .map(m -> m.group(1));
  }

  HttpResponse<String> query(String query) throws Exception {
    String form = "query=" + URLEncoder.encode(query, StandardCharsets.UTF_8);
    return get(prometheus() + "/api/v1/query?" + form);
  }

  /** The result array of an instant query. */
  JsonNode result(String query) throws Exception {
    return json.readTree(query(query).body()).path("data").path("result");
  }

  /** The value of the only series that the query finds. */
  String only(String query) throws Exception {
    JsonNode result = result(query);
    if (result.size() != 1) {
      throw new AssertionError("one series expected of " + query + ", found " + result);
    }
    return result.get(0).path("value").get(1).asString();
  }

  HttpResponse<String> post(String url, String form) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(url))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(form))
            .build();
    return http.send(request, HttpResponse.BodyHandlers.ofString());
  }

  /** Sends JSON. */
  HttpResponse<String> send(String method, String url, String body) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(url))
            .header("Content-Type", "application/json")
            .method(method, HttpRequest.BodyPublishers.ofString(body))
            .build();
    return http.send(request, HttpResponse.BodyHandlers.ofString());
  }

  JsonNode json(String url) throws Exception {
    return json.readTree(get(url).body());
  }

  @Override
  public void close() {
    http.shutdownNow();
  }
}
