package io.signalbox.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.signalbox.rig.FakeServer;
import io.signalbox.rig.Ports;
import io.signalbox.snapshot.SourceException;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import okhttp3.Request;
import okio.Buffer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever goes wrong on the way, the operator reads what, to what, why and what next. */
class EndpointTest {
  private static final Duration TOTAL = Duration.ofMillis(700);

  private FakeServer server;
  private HttpClients clients;

  @BeforeEach
  void start() {
    server = FakeServer.start();
    clients = new HttpClients();
  }

  @AfterEach
  void stop() {
    clients.close();
    server.close();
  }

  @Test
  void aFailureOfTlsAfterTheHandshakeMayHaveComeAfterTheRequest() {
    assertThat(Endpoint.neverReached(failed(new SSLHandshakeException("no")))).isTrue();
    assertThat(Endpoint.neverReached(failed(new SSLException("bad record mac")))).isFalse();
  }

  private static SourceException failed(IOException cause) {
    return SourceException.passing("it failed", cause);
  }

  @Test
  void aNameThatDoesNotResolveIsNamed() {
    SourceException e = failure(URI.create("http://nowhere.invalid:9090"));
    assertThat(e).hasMessageContaining("nowhere.invalid").hasMessageContaining("DNS");
    assertThat(Endpoint.neverReached(e)).isTrue();
  }

  @Test
  void aRefusedConnectionIsNamed() {
    SourceException e = failure(URI.create("http://127.0.0.1:" + Ports.free()));
    assertThat(e).hasMessageContaining("refused the connection").hasMessageContaining("profile");
    assertThat(Endpoint.neverReached(e)).isTrue();
  }

  @Test
  void headersAndThenSilenceEndWithTheDeadline() {
    server.on("/", _ -> response("{}").newBuilder().bodyDelay(30, TimeUnit.SECONDS).build());
    assertThat(failure(server.url())).hasMessageContaining("no complete answer");
  }

  @Test
  void aDripOfBytesEndsWithTheDeadline() {
    server.on(
        "/",
        _ ->
            response("[" + "1,".repeat(500) + "1]")
                .newBuilder()
                .throttleBody(1, 1, TimeUnit.SECONDS)
                .build());
    assertThat(failure(server.url())).hasMessageContaining("no complete answer");
  }

  @Test
  void aConnectionCutInTheBodyIsNamed() {
    server.on(
        "/",
        _ ->
            response("[" + "1,".repeat(100_000) + "1]")
                .newBuilder()
                .onResponseBody(new SocketEffect.CloseSocket())
                .build());
    SourceException e = failure(server.url());
    assertThat(e).hasMessageContaining("cut the connection");
    assertThat(Endpoint.neverReached(e)).isFalse();
  }

  @Test
  void htmlInPlaceOfJsonIsNamedAndMadeInert() {
    server.on("/", _ -> response("<html>\u001b[31m please\nlog in"));
    assertThat(failure(server.url()))
        .hasMessageContaining("HTML")
        .hasMessageContaining("please log in")
        .hasMessageNotContaining("\u001b");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "   ", "404 page not found", "[1,2", "{\"a\":", "[nope]", "[1 2]"})
  void whatIsNotJsonIsATypedError(String body) {
    server.on("/", _ -> response(body));
    assertThat(failure(server.url())).hasMessageContaining("an answer that cannot be used");
  }

  @Test
  void nestingTenThousandDeepIsATypedError() {
    server.on("/", _ -> response("[".repeat(10_000)));
    assertThat(failure(server.url())).hasMessageContaining("nested too deeply");
  }

  @Test
  void aBodyBeyondTheLimitIsCutOff() {
    Buffer big = new Buffer().writeUtf8("[");
    for (int i = 0; i < 33; i++) {
      big.writeUtf8("1,".repeat(1 << 19));
    }
    server.on("/", _ -> new MockResponse.Builder().body(big.clone()).build());
    assertThat(
            catchThrowableOfType(
                SourceException.class, () -> ask(server.url(), Duration.ofSeconds(30))))
        .hasMessageContaining("larger than 32 MB");
  }

  @Test
  void aProxyThatWantsCredentialsIsNamedAsProxy() {
    server.on("/", _ -> new MockResponse.Builder().code(407).build());
    assertThat(failure(server.url())).hasMessageContaining("proxy settings");
  }

  @Test
  void anInterruptEndsTheCall() throws Exception {
    server.on("/", _ -> new MockResponse.Builder().headersDelay(30, TimeUnit.SECONDS).build());
    AtomicReference<Throwable> seen = new AtomicReference<>();
    Thread asking =
        Thread.ofVirtual()
            .start(
                () -> {
                  try {
                    ask(server.url(), Duration.ofSeconds(20));
                  } catch (Exception e) {
                    seen.set(e);
                  }
                });
    org.awaitility.Awaitility.await().until(() -> server.requests().size() == 1);
    asking.interrupt();
    assertThat(asking.join(Duration.ofSeconds(5))).isTrue();
    assertThat(seen.get()).isInstanceOf(InterruptedException.class);
  }

  @Test
  void wrongTypesNameTheField() {
    server.on("/", _ -> response("{\"runners\":[{\"id\":1},{\"id\":\"two\"}]}"));
    assertThatThrownBy(
            () ->
                endpoint(server.url())
                    .ask(
                        request(server.url()),
                        TOTAL,
                        (_, body) -> {
                          try (JsonCursor json = JsonCursor.open(body)) {
                            json.object();
                            json.field();
                            return json.list(EndpointTest::id);
                          }
                        }))
        .hasMessageContaining("runners.1.id should be a whole number and is the text \"two\"");
  }

  private static long id(JsonCursor json) throws IOException {
    json.object();
    json.field();
    long id = json.number();
    assertThat(json.field()).isNull();
    return id;
  }

  private static MockResponse response(String body) {
    return FakeServer.json(200, body);
  }

  private SourceException failure(URI url) {
    return catchThrowableOfType(SourceException.class, () -> ask(url, TOTAL));
  }

  private List<Long> ask(URI url, Duration total) throws SourceException, InterruptedException {
    return endpoint(url)
        .ask(
            request(url),
            total,
            (_, body) -> {
              try (JsonCursor json = JsonCursor.open(body)) {
                return json.list(
                    each -> {
                      each.skip();
                      return 1L;
                    });
              }
            });
  }

  private static Request request(URI url) {
    return new Request.Builder().url(url + "/").build();
  }

  private Endpoint endpoint(URI url) {
    return new Endpoint(clients, "Prometheus main", url, null, Duration.ofMillis(500));
  }
}
