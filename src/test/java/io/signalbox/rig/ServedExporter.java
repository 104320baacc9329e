package io.signalbox.rig;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** A small exporter: serves a settable text at {@code /metrics}; can be stopped and started. */
public final class ServedExporter implements AutoCloseable {
  private final int port;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private volatile String text;
  private @Nullable HttpServer server;

  /** Starts serving on a free loopback port. */
  public ServedExporter(String text) {
    this.text = text;
    port = serve(0);
  }

  /** Replaces what the next scrape gets. */
  public void text(String newText) {
    text = newText;
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
            byte[] body = text.getBytes(UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "text/plain; version=0.0.4");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
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
