package io.signalbox.github;

import io.signalbox.http.Endpoint;
import io.signalbox.http.HttpClients;
import io.signalbox.http.JsonCursor;
import io.signalbox.interlock.Mutating;
import io.signalbox.interlock.Permit;
import io.signalbox.interlock.PermitRefusedException;
import io.signalbox.interlock.Plan;
import io.signalbox.interlock.RemoteCommand;
import io.signalbox.secret.LazyToken;
import io.signalbox.secret.Secret;
import io.signalbox.snapshot.SourceException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * Sends the changes of a permitted plan to GitHub, each once and never again by itself: a lost
 * answer is {@link WriteAnswer.Ambiguous}, and whoever sent it reads again. Blocks. Safe on every
 * thread.
 */
public final class GithubCommands {
  /** GitHub itself gives up after 10 seconds. */
  private static final Duration TOTAL = Duration.ofSeconds(20);

  private static final Duration CONNECT = Duration.ofSeconds(5);
  private static final MediaType JSON = MediaType.get("application/json");

  private final Endpoint endpoint;
  private final LazyToken token;
  private final RateGate gate;
  private final WriteRefusals refusals;
  private final Blanks blanks = new Blanks();

  /** Sends nothing yet. */
  public GithubCommands(
      io.signalbox.profile.GithubSource profile,
      HttpClients clients,
      Clock clock,
      LazyToken token) {
    endpoint = new Endpoint(clients, "GitHub", profile.api(), profile.ca(), CONNECT);
    this.token = token;
    gate = new RateGate(clock);
    refusals = new WriteRefusals(endpoint.name(), new Refusals(endpoint.name(), token, gate));
  }

  /**
   * Sends one command of the plan; the permit's share of it is used up first.
   *
   * @param command made by {@link GithubCall}
   * @throws PermitRefusedException where it is not the plan's, or was sent already: nothing was
   *     sent
   */
  @Mutating
  public WriteAnswer send(Permit permit, Plan plan, RemoteCommand command)
      throws PermitRefusedException, InterruptedException {
    return send(permit, plan, command, "");
  }

  /**
   * The same for a record whose text has blanks ({@link GithubCall#RUN}, {@link
   * GithubCall#VERDICT}); the permit is asked for the command as it was planned.
   *
   * @param verdict its name in capitals, empty while there is none
   * @throws PermitRefusedException also where a blank cannot be filled: nothing was sent
   */
  @Mutating
  public WriteAnswer send(Permit permit, Plan plan, RemoteCommand planned, String verdict)
      throws PermitRefusedException, InterruptedException {
    if (!GithubCall.known(planned)) {
      throw new PermitRefusedException(
          "this is no change that may be asked of GitHub; nothing was sent: " + planned.argv());
    }
    RemoteCommand command = blanks.fill(permit, plan, planned, verdict);
    permit.use(plan, planned);
    WriteAnswer answer = sent(command);
    blanks.learn(permit, planned, answer);
    return answer;
  }

  private WriteAnswer sent(RemoteCommand command) throws InterruptedException {
    Request request;
    try {
      gate.check();
      request = request(command);
    } catch (SourceException e) {
      return new WriteAnswer.Refused(0, e.getMessage() + " Nothing was sent.");
    }
    try {
      return endpoint.change(request, TOTAL, (response, body) -> read(command, response, body));
    } catch (SourceException e) {
      if (Endpoint.neverReached(e)) {
        return new WriteAnswer.Refused(0, e.getMessage() + " Nothing was sent.");
      }
      return new WriteAnswer.Ambiguous(
          e.getMessage() + " Whether the change was made is not known from that.");
    }
  }

  private Request request(RemoteCommand command) throws SourceException, InterruptedException {
    String method = command.argv().get(0);
    String path = command.argv().get(1);
    byte[] body =
        command.argv().size() < 3
            ? new byte[0]
            : command.argv().get(2).getBytes(StandardCharsets.UTF_8);
    Request.Builder request =
        new Request.Builder()
            .url(endpoint.encodedUrl(path.substring(1)))
            .header("Accept", "application/vnd.github+json")
            .header("X-GitHub-Api-Version", "2022-11-28")
            .header("User-Agent", "signalbox");
    Secret secret = token.get();
    if (secret != null) {
      request.header("Authorization", "Bearer " + secret.reveal());
    }
    return request
        .method(method, method.equals("DELETE") ? null : RequestBody.create(body, JSON))
        .build();
  }

  private WriteAnswer read(RemoteCommand command, Response response, InputStream body)
      throws IOException {
    gate.learn(response);
    int status = response.code();
    if (status >= 500) {
      return new WriteAnswer.Ambiguous(
          endpoint.name()
              + " failed on "
              + command.argv().get(1)
              + " with status "
              + status
              + "; whether the change was made is not known from that.");
    }
    if (!response.isSuccessful()) {
      return refusals.of(command, response, body);
    }
    gate.passed();
    String said = command.argv().get(0) + " " + command.argv().get(1) + " → " + status;
    return new WriteAnswer.Done(status, id(response, body), said);
  }

  /** The id of what was made; a body that is none, or no JSON, names nothing. */
  private static @Nullable Long id(Response response, InputStream body) throws IOException {
    byte[] bytes = body.readAllBytes(); // to the end: an answer that is cut is no answer
    String type = response.header("Content-Type", "");
    if (bytes.length == 0 || bytes[0] != '{' || !type.contains("json")) {
      return null;
    }
    Long id = null;
    Long number = null;
    Long run = null;
    try (JsonCursor json = JsonCursor.open(new java.io.ByteArrayInputStream(bytes))) {
      json.object();
      for (String field = json.field(); field != null; field = json.field()) {
        switch (field) {
          case "workflow_run_id" -> run = json.number();
          case "number" -> number = json.number();
          case "id" -> id = json.number();
          default -> json.skip();
        }
      }
    }
    return run != null ? run : number != null ? number : id;
  }
}
