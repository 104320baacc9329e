package io.signalbox.github;

import io.signalbox.http.Endpoint;
import io.signalbox.http.WireException;
import io.signalbox.secret.LazyToken;
import io.signalbox.secret.Secret;
import io.signalbox.snapshot.SourceException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.HttpUrl;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * GETs of GitHub's REST API: at most four at once, ETags, limits, two more tries after a 5xx or a
 * cut connection. A redirect is followed within the API's origin only. Safe on every thread.
 */
final class GithubApi {
  private static final Duration TOTAL = Duration.ofSeconds(15);
  private static final int AT_ONCE = 4;
  private static final int TRIES = 3;
  private static final int REDIRECTS = 3;

  private final Endpoint endpoint;
  private final LazyToken token;
  private final RateGate gate;
  private final Pause pause;
  private final Refusals refusals;
  private final EtagCache cache = new EtagCache();
  private final Semaphore free = new Semaphore(AT_ONCE);
  private final AtomicInteger counted = new AtomicInteger();
  private final Set<String> notices = ConcurrentHashMap.newKeySet();
  private volatile SweepGuard guard = SweepGuard.NONE;

  /** How a retry waits; real in production, at once in tests. */
  interface Pause {
    void pause(Duration time) throws InterruptedException;
  }

  /** Parses a body. */
  interface Decoder<T> {
    T decode(InputStream body) throws IOException;
  }

  /** One attempt: an answer, or an error that another attempt may get over. */
  private record Attempt<T>(@Nullable Fetched<T> fetched, @Nullable SourceException again) {}

  GithubApi(Endpoint endpoint, LazyToken token, RateGate gate, Pause pause) {
    this.endpoint = endpoint;
    this.token = token;
    this.gate = gate;
    this.pause = pause;
    refusals = new Refusals(endpoint.name(), token, gate);
  }

  HttpUrl.Builder url(String segments) {
    return endpoint.url(segments);
  }

  /** Reads an address as part of a sweep; a 304 serves the parsed body that is kept. */
  <T> Fetched<T> get(HttpUrl url, Decoder<T> decoder) throws SourceException, InterruptedException {
    SweepGuard current = guard;
    current.check();
    try {
      return patiently(url, decoder, true, null);
    } catch (SourceException e) {
      current.failed(e);
      throw e;
    }
  }

  /** Begins a sweep: from now on this guard says when to stop asking. */
  void begin(SweepGuard next) {
    guard = next;
  }

  /** Reads an address past the cache and outside any sweep; empty for 404. */
  <T> Optional<T> live(HttpUrl url, Decoder<T> decoder)
      throws SourceException, InterruptedException {
    Decoder<Optional<T>> present = body -> Optional.of(decoder.decode(body));
    return patiently(url, present, false, Optional.empty()).value();
  }

  /** Requests that counted against the budget since the last call. */
  int takeCounted() {
    return counted.getAndSet(0);
  }

  /** What GitHub announced in headers, e.g. the end of an API version. */
  Set<String> notices() {
    return Set.copyOf(notices);
  }

  private <T> Fetched<T> patiently(
      HttpUrl url, Decoder<T> decoder, boolean cached, @Nullable T absent)
      throws SourceException, InterruptedException {
    for (int attempt = 1; ; attempt++) {
      gate.check();
      Attempt<T> made;
      free.acquire();
      try {
        made = attempt(url, decoder, cached, absent);
      } finally {
        free.release();
      }
      if (made.fetched() != null) {
        return made.fetched();
      }
      if (attempt == TRIES && made.again() != null) {
        throw made.again();
      }
      pause.pause(Duration.ofMillis(500L * attempt));
    }
  }

  private <T> Attempt<T> attempt(
      HttpUrl url, Decoder<T> decoder, boolean cached, @Nullable T absent)
      throws SourceException, InterruptedException {
    HttpUrl at = url;
    for (int hop = 0; ; hop++) {
      Secret secret = token.get();
      String key = at + " " + (secret == null ? "" : secret.fingerprint());
      EtagCache.Kept known = cached ? cache.get(key) : null;
      Exchange<T> exchange =
          new Exchange<>(at, key, known, decoder, absent, hop < REDIRECTS, cached);
      try {
        Attempt<T> attempt =
            endpoint.ask(request(at, secret, known), TOTAL, (r, body) -> answer(exchange, r, body));
        if (exchange.redirect == null) {
          return attempt;
        }
        at = exchange.redirect;
      } catch (SourceException e) {
        if (cut(e)) {
          return new Attempt<>(null, e);
        }
        throw e;
      }
    }
  }

  /** One request and where its answer sends us. */
  private static final class Exchange<T> {
    private final HttpUrl url;
    private final String key;
    private final EtagCache.@Nullable Kept known;
    private final Decoder<T> decoder;
    private final @Nullable T absent;
    private final boolean mayFollow;

    /** A live look's answer has a shape of its own, which no sweep may be served. */
    private final boolean kept;

    private @Nullable HttpUrl redirect;

    private Exchange(
        HttpUrl url,
        String key,
        EtagCache.@Nullable Kept known,
        Decoder<T> decoder,
        @Nullable T absent,
        boolean mayFollow,
        boolean kept) {
      this.kept = kept;
      this.url = url;
      this.key = key;
      this.known = known;
      this.decoder = decoder;
      this.absent = absent;
      this.mayFollow = mayFollow;
    }
  }

  private static Request request(
      HttpUrl url, @Nullable Secret secret, EtagCache.@Nullable Kept known) {
    Request.Builder request =
        new Request.Builder()
            .url(url)
            .header("Accept", "application/vnd.github+json")
            .header("X-GitHub-Api-Version", "2022-11-28")
            .header("User-Agent", "signalbox");
    if (secret != null) {
      request.header("Authorization", "Bearer " + secret.reveal());
    }
    if (known != null) {
      request.header("If-None-Match", known.etag());
    }
    return request.build();
  }

  private <T> Attempt<T> answer(Exchange<T> exchange, Response response, InputStream body)
      throws IOException, SourceException {
    gate.learn(response);
    notice(response);
    int status = response.code();
    counted.addAndGet(status == 304 ? 0 : 1);
    if (status == 304) {
      return unchanged(exchange);
    }
    if (response.isRedirect() && exchange.mayFollow) {
      HttpUrl to = exchange.url.resolve(response.header("Location", ""));
      if (to != null && Links.sameOrigin(to, exchange.url)) {
        exchange.redirect = to;
        return new Attempt<>(null, null);
      }
    }
    if (status == 404 && exchange.absent != null) {
      return new Attempt<>(new Fetched<>(exchange.absent, null), null);
    }
    if (status >= 500) {
      return new Attempt<>(null, refusals.of(response, body));
    }
    if (status != 200) {
      throw refusals.of(response, body);
    }
    Fetched<T> fetched =
        new Fetched<>(exchange.decoder.decode(body), Links.next(response.header("Link")));
    gate.passed();
    String etag = response.header("ETag");
    if (etag != null && exchange.kept) {
      cache.put(exchange.key, new EtagCache.Kept(etag, fetched));
    }
    return new Attempt<>(fetched, null);
  }

  @SuppressWarnings("unchecked") // an address is always parsed by the same decoder
  private <T> Attempt<T> unchanged(Exchange<T> exchange) throws WireException {
    gate.passed();
    if (exchange.known == null) {
      throw new WireException("it says that nothing changed (304) although nothing was known");
    }
    return new Attempt<>((Fetched<T>) exchange.known.answer(), null);
  }

  private void notice(Response response) {
    String sunset = response.header("Sunset");
    if (sunset != null) {
      notices.add(
          "GitHub ends this version of its API on " + sunset + ". Update this console before.");
    }
  }

  /** True for a connection cut under way: another attempt may get over it at once. */
  private static boolean cut(SourceException e) {
    return e.getCause() instanceof IOException io
        && !(io instanceof WireException)
        && !(io instanceof InterruptedIOException)
        && !Endpoint.neverReached(e);
  }
}
