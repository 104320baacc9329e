package io.signalbox.github;

import io.signalbox.http.JsonCursor;
import io.signalbox.http.Snippet;
import io.signalbox.secret.LazyToken;
import io.signalbox.snapshot.SourceException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/** Words for GitHub's refusals; each has its own cause and next step. */
final class Refusals {
  private final String who;
  private final LazyToken token;
  private final RateGate gate;

  Refusals(String who, LazyToken token, RateGate gate) {
    this.who = who;
    this.token = token;
    this.gate = gate;
  }

  SourceException of(Response response, InputStream body) {
    String path = response.request().url().encodedPath();
    String said = said(body);
    return switch (response.code()) {
      case 401 -> {
        token.forget();
        yield SourceException.hopeless(
            who
                + " refuses the credentials (401: "
                + said
                + "), sent: "
                + token.place()
                + ". Put a valid token there, then ask again.");
      }
      case 429 -> gate.limited(response);
      case 403 -> limit(response, said) ? gate.limited(response) : forbidden(response, path, said);
      case 404 -> missing(response, path);
      case 410 ->
          passing("no longer offers " + path + " in this API version (410). Update this console.");
      case 301, 302, 303, 307, 308 ->
          passing(
              "redirects "
                  + path
                  + " to "
                  + Snippet.of(response.header("Location", "?"))
                  + ", another server, which gets no credentials and is not asked.");
      default ->
          passing("failed on " + path + " with status " + response.code() + ": " + said + ".");
    };
  }

  private static boolean limit(Response response, String said) {
    String words = said.toLowerCase(Locale.ROOT);
    return "0".equals(response.header("x-ratelimit-remaining"))
        || response.header("retry-after") != null
        || words.contains("rate limit")
        || words.contains("abuse");
  }

  private SourceException forbidden(Response response, String path, String said) {
    String sso = response.header("x-github-sso");
    if (sso != null) {
      String link = sso.replaceFirst("^.*url=", "");
      return passing(
          "wants the token authorised for single sign-on before it shows "
              + path
              + ". Open "
              + Snippet.of(link)
              + " and authorise it.");
    }
    return SourceException.denied(
        who
            + " forbids "
            + path
            + " (403: "
            + said
            + "). "
            + permission(response)
            + " Give it to the token: "
            + token.place()
            + ".");
  }

  private SourceException missing(Response response, String path) {
    return passing(
        "shows no "
            + path
            + " (404). Either it does not exist, or the token may not see it: for"
            + " private things GitHub says 404 instead of 403. "
            + permission(response)
            + " Check the name in the profile and the token: "
            + token.place()
            + ".");
  }

  private static String permission(Response response) {
    String accepted = response.header("X-Accepted-GitHub-Permissions");
    return accepted == null || accepted.isBlank()
        ? "GitHub does not name the permission it wants."
        : "It wants the permission " + Snippet.of(accepted) + ".";
  }

  private SourceException passing(String words) {
    return SourceException.passing(who + " " + words, null);
  }

  static String said(InputStream body) {
    try (JsonCursor json = JsonCursor.open(body)) {
      json.object();
      @Nullable String message = null;
      for (String field = json.field(); field != null; field = json.field()) {
        if (field.equals("message")) {
          message = json.textOrNull();
        } else {
          json.skip();
        }
      }
      return message == null ? "no reason given" : Snippet.of(message);
    } catch (IOException | JacksonException e) {
      return "no reason given";
    }
  }
}
