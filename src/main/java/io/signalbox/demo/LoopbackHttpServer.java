package io.signalbox.demo;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * An HTTP/1.1 server on 127.0.0.1, one virtual thread per connection. The JDK's own server is not
 * used because it overwrites {@code Date} with the machine's time, and clients measure their skew
 * against that header: here it tells the simulated time.
 */
final class LoopbackHttpServer implements AutoCloseable {
  private static final int LONGEST_LINE = 16_384;
  private static final int LONGEST_BODY = 1 << 20;
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  private final ServerSocket listening;
  private final InstantSource clock;
  private final Supplier<Fault> fault;
  private final Function<HttpAsk, HttpAnswer> endpoint;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();

  private LoopbackHttpServer(
      InstantSource clock, Supplier<Fault> fault, Function<HttpAsk, HttpAnswer> endpoint)
      throws IOException {
    this.listening = new ServerSocket(0, 128, InetAddress.getByName("127.0.0.1"));
    this.clock = clock;
    this.fault = fault;
    this.endpoint = endpoint;
  }

  /** Opens a free port and answers on it until closed. */
  static LoopbackHttpServer start(
      String name,
      InstantSource clock,
      Supplier<Fault> fault,
      Function<HttpAsk, HttpAnswer> endpoint)
      throws IOException {
    LoopbackHttpServer server = new LoopbackHttpServer(clock, fault, endpoint);
    Thread.ofVirtual().name("demo-" + name + "-accept").start(() -> server.accept(name));
    return server;
  }

  /** Scheme, address and port, without a slash at the end. */
  String origin() {
    return "http://127.0.0.1:" + listening.getLocalPort();
  }

  private void accept(String name) {
    while (!listening.isClosed()) {
      try {
        Socket socket = listening.accept();
        open.add(socket);
        Thread.ofVirtual().name("demo-" + name).start(() -> serve(socket));
      } catch (IOException e) {
        return; // closed from outside: the only way an accepting socket ends
      }
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      socket.setTcpNoDelay(true);
      InputStream in = new BufferedInputStream(socket.getInputStream());
      OutputStream out = socket.getOutputStream();
      boolean more = true;
      while (more) {
        more = exchange(in, out);
      }
    } catch (IOException e) {
      // the client went away, or this server was closed: there is nobody left to tell
    } finally {
      open.remove(socket);
    }
  }

  /** Answers one request; false when the connection ends here. */
  private boolean exchange(InputStream in, OutputStream out) throws IOException {
    String first = line(in);
    if (first == null || fault.get() instanceof Fault.Down) {
      return false;
    }
    Map<String, String> headers = headers(in);
    String[] words = first.split(" ");
    if (words.length != 3 || headers.containsKey("transfer-encoding")) {
      write(out, HttpAnswer.text(400, "Bad Request\n"), false, true);
      return false;
    }
    boolean close = "close".equalsIgnoreCase(headers.getOrDefault("connection", ""));
    String body = body(in, headers);
    write(out, answer(words, headers, body), words[0].equals("HEAD"), close);
    return !close;
  }

  private HttpAnswer answer(String[] words, Map<String, String> headers, String body) {
    HttpAsk ask;
    try {
      ask = ask(words[0], words[1], headers, body);
    } catch (IllegalArgumentException e) {
      return HttpAnswer.text(400, "Bad Request: " + e.getMessage() + "\n");
    }
    return answer(ask);
  }

  private HttpAnswer answer(HttpAsk ask) {
    return switch (fault.get()) {
      case Fault.Answers a ->
          new HttpAnswer(a.status(), a.headers(), a.body().getBytes(StandardCharsets.UTF_8));
      case Fault.Slow slow -> {
        pause(slow.by());
        yield endpoint.apply(ask);
      }
      default -> endpoint.apply(ask);
    };
  }

  private static void pause(Duration time) {
    long end = System.nanoTime() + time.toNanos();
    for (long left = time.toNanos(); left > 0; left = end - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
  }

  private HttpAsk ask(String method, String target, Map<String, String> headers, String body) {
    int mark = target.indexOf('?');
    String path = mark < 0 ? target : target.substring(0, mark);
    Map<String, List<String>> parameters = HttpAsk.noParameters();
    if (mark >= 0) {
      HttpAsk.decode(target.substring(mark + 1), parameters);
    }
    String type = headers.getOrDefault("content-type", "");
    if (type.startsWith("application/x-www-form-urlencoded")) {
      HttpAsk.decode(body, parameters);
    }
    return new HttpAsk(method, path, headers, parameters, body, origin());
  }

  private static Map<String, String> headers(InputStream in) throws IOException {
    Map<String, String> headers = new HashMap<>();
    String line = line(in);
    while (line != null && !line.isEmpty()) {
      int colon = line.indexOf(':');
      if (colon > 0) {
        String name = line.substring(0, colon).toLowerCase(Locale.ROOT);
        headers.put(name, line.substring(colon + 1).strip());
      }
      line = line(in);
    }
    return headers;
  }

  private static String body(InputStream in, Map<String, String> headers) throws IOException {
    String length = headers.getOrDefault("content-length", "0");
    int bytes = length.matches("[0-9]{1,7}") ? Integer.parseInt(length) : LONGEST_BODY + 1;
    if (bytes > LONGEST_BODY) {
      throw new IOException("request body too long");
    }
    return new String(in.readNBytes(bytes), StandardCharsets.UTF_8);
  }

  private static @Nullable String line(InputStream in) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int c = in.read(); c != '\n'; c = in.read()) {
      if (c < 0) {
        return null;
      }
      if (line.size() > LONGEST_LINE) {
        throw new IOException("request line too long");
      }
      line.write(c);
    }
    return line.toString(StandardCharsets.ISO_8859_1).strip();
  }

  private void write(OutputStream out, HttpAnswer answer, boolean head, boolean close)
      throws IOException {
    Instant now = clock.instant();
    StringBuilder top = new StringBuilder("HTTP/1.1 ").append(answer.status()).append(' ');
    top.append(reason(answer.status())).append("\r\n");
    answer.headers().forEach((name, value) -> top.append(header(name, value)));
    top.append(header("Date", DATE.format(now)));
    if (answer.status() != 304) {
      top.append(header("Content-Length", String.valueOf(answer.body().length)));
    }
    if (close) {
      top.append(header("Connection", "close"));
    }
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    whole.writeBytes(top.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
    if (!head && answer.status() != 304) {
      whole.writeBytes(answer.body());
    }
    whole.writeTo(out);
    out.flush();
  }

  private static String header(String name, String value) {
    return name + ": " + value + "\r\n";
  }

  private static String reason(int status) {
    return switch (status) {
      case 200 -> "OK";
      case 201 -> "Created";
      case 202 -> "Accepted";
      case 204 -> "No Content";
      case 304 -> "Not Modified";
      case 400 -> "Bad Request";
      case 401 -> "Unauthorized";
      case 403 -> "Forbidden";
      case 404 -> "Not Found";
      case 405 -> "Method Not Allowed";
      case 409 -> "Conflict";
      case 422 -> "Unprocessable Entity";
      case 429 -> "Too Many Requests";
      case 503 -> "Service Unavailable";
      default -> "Status";
    };
  }

  /** Closes the port and every open connection. */
  @Override
  public void close() throws IOException {
    listening.close();
    for (Socket socket : open) {
      socket.close();
    }
  }
}
