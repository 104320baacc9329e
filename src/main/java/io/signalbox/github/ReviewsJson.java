package io.signalbox.github;

import io.signalbox.http.JsonCursor;
import io.signalbox.http.Snippet;
import io.signalbox.model.RunReview;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * Decisions about waiting runs: {@code …/actions/runs/ID/approvals}, an array of {@code state},
 * {@code comment}, {@code user} and {@code environments[].name}. It tells no times.
 */
final class ReviewsJson {
  private ReviewsJson() {}

  static List<RunReview> list(InputStream body) throws IOException {
    return Page.plain(body, ReviewsJson::review).items();
  }

  /** The login of {@code /user}. */
  static String user(InputStream body) throws IOException {
    try (JsonCursor json = JsonCursor.open(body)) {
      return RunsJson.login(json);
    }
  }

  private static RunReview review(JsonCursor json) throws IOException {
    json.object();
    String state = "";
    String comment = "";
    String login = "";
    List<String> environments = new ArrayList<>();
    for (String field = json.field(); field != null; field = json.field()) {
      switch (field) {
        case "state" -> state = json.textOr("");
        case "comment" -> comment = Snippet.of(json.textOr(""));
        case "user" -> login = RunsJson.login(json);
        case "environments" -> environments.addAll(json.list(ReviewsJson::name));
        default -> json.skip();
      }
    }
    return new RunReview(login, state, environments, comment);
  }

  private static String name(JsonCursor json) throws IOException {
    json.object();
    String name = "";
    for (String field = json.field(); field != null; field = json.field()) {
      if (field.equals("name")) {
        name = json.textOr("");
      } else {
        json.skip();
      }
    }
    return name;
  }
}
