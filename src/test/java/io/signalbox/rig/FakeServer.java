package io.signalbox.rig;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLSocketFactory;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;

/** A scripted HTTP server on a free loopback port: an answer per path, all requests on record. */
public final class FakeServer implements AutoCloseable {
  private final MockWebServer server = new MockWebServer();
  private final Map<String, Reply> replies = new ConcurrentHashMap<>();
  private final List<RecordedRequest> requests = new CopyOnWriteArrayList<>();
  private final AtomicInteger inFlight = new AtomicInteger();
  private final AtomicInteger mostInFlight = new AtomicInteger();

  /** Makes the answer to a request. */
  public interface Reply {
    /** The answer. */
    MockResponse to(RecordedRequest request) throws InterruptedException;
  }

  private FakeServer() {}

  /** Starts one in plain HTTP; a path without an answer gets 404. */
  public static FakeServer start() {
    return new FakeServer().listening();
  }

  /** Starts one with TLS. */
  public static FakeServer startTls(SSLSocketFactory certificates) {
    FakeServer fake = new FakeServer();
    fake.server.useHttps(certificates);
    return fake.listening();
  }

  private FakeServer listening() {
    server.setDispatcher(
        new Dispatcher() {
          @Override
          public MockResponse dispatch(RecordedRequest request) throws InterruptedException {
            return answer(request);
          }
        });
    try {
      server.start(InetAddress.getByName("127.0.0.1"), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return this;
  }

  private MockResponse answer(RecordedRequest request) throws InterruptedException {
    mostInFlight.accumulateAndGet(inFlight.incrementAndGet(), Math::max);
    try {
      requests.add(request);
      Reply reply = replies.get(request.getTarget());
      if (reply == null) {
        reply = replies.get(request.getUrl().encodedPath());
      }
      return reply == null ? json(404, "{\"message\":\"Not Found\"}") : reply.to(request);
    } finally {
      inFlight.decrementAndGet();
    }
  }

  /** Answers this path (or path with query) with this JSON. */
  public FakeServer on(String path, String json) {
    return on(path, _ -> json(200, json));
  }

  /** Answers this path (or path with query) as computed. */
  public FakeServer on(String path, Reply reply) {
    replies.put(path, reply);
    return this;
  }

  /** A JSON answer. */
  public static MockResponse json(int status, String body) {
    return new MockResponse.Builder()
        .code(status)
        .addHeader("Content-Type", "application/json")
        .body(body)
        .build();
  }

  /** Everything asked so far. */
  public List<RecordedRequest> requests() {
    return List.copyOf(requests);
  }

  /** How often this path was asked. */
  public long count(String path) {
    return requests.stream().filter(r -> r.getUrl().encodedPath().equals(path)).count();
  }

  /** The most requests that were being answered at the same time. */
  public int mostInFlight() {
    return mostInFlight.get();
  }

  /** Where it answers; the host is 127.0.0.1. */
  public URI url() {
    String scheme = server.url("/").scheme();
    return URI.create(scheme + "://127.0.0.1:" + server.getPort());
  }

  @Override
  public void close() {
    server.close();
  }
}
