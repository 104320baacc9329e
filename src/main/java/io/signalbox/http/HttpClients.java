package io.signalbox.http;

import io.signalbox.snapshot.SourceException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/**
 * The one owner of connections. Every client made here shares the pool and the threads; none
 * follows a redirect by itself, so a credential never leaves the host it was meant for. Safe on
 * every thread; closing it cancels what is under way and makes later calls fail.
 */
public final class HttpClients implements AutoCloseable {
  private final ExecutorService threads =
      Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("http-", 0).factory());
  private @Nullable OkHttpClient reading;
  private final Map<Path, Trusting> byAuthority = new ConcurrentHashMap<>();

  private record Trusting(FileTime modified, OkHttpClient client) {}

  /**
   * A client for reads. A stale pooled connection is replaced once by itself, nothing else is
   * retried.
   *
   * @param ca certificate authorities trusted besides the system's own, as PEM; null for none
   * @throws SourceException when the PEM file cannot be used
   */
  public OkHttpClient reading(@Nullable Path ca) throws SourceException {
    if (ca == null) {
      return shared();
    }
    try {
      FileTime modified = Files.getLastModifiedTime(ca);
      Trusting known = byAuthority.get(ca);
      if (known == null || !known.modified.equals(modified)) {
        known = new Trusting(modified, ExtraAuthorities.trusting(shared(), ca));
        byAuthority.put(ca, known);
      }
      return known.client;
    } catch (IOException e) {
      throw ExtraAuthorities.unreadable(ca, e);
    }
  }

  /**
   * Made by the first call that needs it: looking through the security providers takes a third of
   * the time to the first frame, and no window has to wait for it.
   */
  private synchronized OkHttpClient shared() {
    OkHttpClient client = reading;
    if (client == null) {
      client =
          new OkHttpClient.Builder()
              .dispatcher(new Dispatcher(threads))
              .followRedirects(false)
              .followSslRedirects(false)
              .build();
      reading = client;
    }
    return client;
  }

  /** A client for changes: it never sends a request a second time on its own. */
  public OkHttpClient writing(@Nullable Path ca) throws SourceException {
    return reading(ca).newBuilder().retryOnConnectionFailure(false).build();
  }

  /** Cancels calls, then ends the threads, then drops the connections. */
  @Override
  public synchronized void close() {
    OkHttpClient client = reading;
    if (client != null) {
      client.dispatcher().cancelAll();
    }
    threads.shutdownNow();
    if (client != null) {
      client.connectionPool().evictAll();
    }
  }
}
