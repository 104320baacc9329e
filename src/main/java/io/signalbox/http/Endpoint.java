package io.signalbox.http;

import io.signalbox.snapshot.SourceException;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import okhttp3.Call;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okio.ByteString;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/**
 * One server as reads meet it: every call has an overall deadline that covers the body too, an
 * answer is cut at 32 MB, and whatever goes wrong becomes a sentence for the operator. Blocking;
 * safe on every thread. An interrupt ends the call.
 */
public final class Endpoint {
  /** The largest answer that is read. */
  public static final long LIMIT_BYTES = 32L << 20;

  private final HttpClients clients;
  private final String name;
  private final HttpUrl base;
  private final @Nullable Path ca;
  private final Duration connect;

  /** Reads an answer; the stream is counted and ends with the call's deadline. */
  public interface AnswerReader<T> {
    /** Turns status, headers and body into a value. */
    T read(Response response, InputStream body) throws IOException, SourceException;
  }

  /**
   * Describes a server; nothing is sent yet.
   *
   * @param name what messages call it, e.g. {@code Prometheus main}
   * @param base its address, with or without a path
   * @param ca extra authorities, null for none
   */
  public Endpoint(HttpClients clients, String name, URI base, @Nullable Path ca, Duration connect) {
    this.clients = clients;
    this.name = name;
    HttpUrl parsed = HttpUrl.get(base);
    if (parsed == null) {
      throw new IllegalArgumentException(name + ": " + base + " is no http or https address");
    }
    this.base = parsed;
    this.ca = ca;
    this.connect = connect;
  }

  /** The base address with these path segments behind it. */
  public HttpUrl.Builder url(String segments) {
    return base.newBuilder().addPathSegments(segments);
  }

  /** As {@link #url}, with segments that are percent-encoded already. */
  public HttpUrl encodedUrl(String segments) {
    return base.newBuilder().addEncodedPathSegments(segments).build();
  }

  /** Its name with host and port, the subject of every message. */
  public String name() {
    return name + " (" + base.host() + ":" + base.port() + ")";
  }

  /** True for a server on this machine: compressing answers would only cost time there. */
  public boolean onThisMachine() {
    return base.host().equals("localhost")
        || base.host().startsWith("127.")
        || base.host().equals("::1");
  }

  /** Sends the request and reads the answer within {@code total}. */
  public <T> T ask(Request request, Duration total, AnswerReader<T> reader)
      throws SourceException, InterruptedException {
    return exchange(clients.reading(ca), request, total, reader);
  }

  /**
   * Sends a change once, and reads the answer within {@code total}. It is never sent again from
   * here; whether a failure came before it was sent, {@link #neverReached} tells.
   */
  public <T> T change(Request request, Duration total, AnswerReader<T> reader)
      throws SourceException, InterruptedException {
    return exchange(clients.writing(ca), request, total, reader);
  }

  private <T> T exchange(
      OkHttpClient plain, Request request, Duration total, AnswerReader<T> reader)
      throws SourceException, InterruptedException {
    OkHttpClient client = plain.newBuilder().connectTimeout(connect).readTimeout(total).build();
    Request sent =
        onThisMachine()
            ? request.newBuilder().header("Accept-Encoding", "identity").build()
            : request;
    Call call = client.newCall(sent);
    call.timeout().timeout(total.toMillis(), TimeUnit.MILLISECONDS);
    try (Response response = call.execute()) {
      if (response.code() == 407) {
        throw SourceException.passing(
            "The proxy in front of "
                + name()
                + " wants credentials (407). Check the proxy settings of"
                + " this machine.",
            null);
      }
      return reader.read(response, new CappedStream(response.body().byteStream(), LIMIT_BYTES));
    } catch (IOException | JacksonException e) {
      if (Thread.interrupted()) {
        throw (InterruptedException)
            new InterruptedException(name() + " was not waited for").initCause(e);
      }
      throw new Trouble(name(), request.url(), client, total).of(e);
    }
  }

  /**
   * True when the failure came before the server was reached at all: the next call meets it too.
   */
  public static boolean neverReached(SourceException e) {
    return switch (e.getCause()) {
      case UnknownHostException _ -> true;
      case ConnectException _ -> true;
      case NoRouteToHostException _ -> true;
      // any other failure of TLS may come after the request was sent
      case SSLHandshakeException _ -> true;
      case SSLPeerUnverifiedException _ -> true;
      case SocketTimeoutException timeout ->
          String.valueOf(timeout.getMessage()).contains("connect");
      case null, default -> false;
    };
  }

  /** The first bytes of a body that was not what it should be, made harmless for a message. */
  public static String snippet(InputStream body) throws IOException {
    return Snippet.of(ByteString.of(body.readNBytes(400)).utf8());
  }
}
