package io.signalbox.rig;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** A small exporter: serves a settable text at {@code /metrics}; can be stopped and started. */
public final class ServedExporter implements AutoCloseable {
  private final int port;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final List<Served> served = new CopyOnWriteArrayList<>();
  private volatile String text;
  private @Nullable HttpServer server;

  /** What one scrape got, and when it had it. */
  public record Served(Instant at, String text) {}

  /** Starts serving on a free loopback port. */
  public ServedExporter(String text) {
    this.text = text;
    port = serve(0);
  }

  /** Replaces what the next scrape gets. */
  public void text(String newText) {
    text = newText;
  }

  /** Every scrape so far, in order. */
  public List<Served> served() {
    return List.copyOf(served);
  }

  /** {@code 127.0.0.1:port}, as Prometheus calls it. */
  public String instance() {
    return "127.0.0.1:" + port;
  }

  /** The metrics' address. */
  public URI url() {
    return URI.create("http://" + instance() + "/metrics");
  }

  /** From now on connections are refused. */
  public synchronized void stop() {
    if (server != null) {
      server.stop(0);
      server = null;
    }
  }

  /** Serves again, on the same port. */
  public synchronized void start() {
    if (server == null) {
      serve(port);
    }
  }

  @Override
  public void close() {
    stop();
    threads.shutdownNow();
  }

  private synchronized int serve(int onPort) {
    try {
      HttpServer created = HttpServer.create(new InetSocketAddress("127.0.0.1", onPort), 16);
      created.createContext(
          "/metrics",
          exchange -> {
            String now = text;
            byte[] body = now.getBytes(UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "text/plain; version=0.0.4");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
            served.add(new Served(Clock.systemUTC().instant(), now));
          });
      created.setExecutor(threads);
      created.start();
      server = created;
      return created.getAddress().getPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
