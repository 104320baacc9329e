package io.signalbox.http;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.signalbox.rig.FakeServer;
import io.signalbox.snapshot.SourceException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each way a certificate can be wrong has its own words, and none has a way around. */
class TlsTest {
  private static final char[] PASSWORD = "changeit".toCharArray();

  @TempDir Path folder;

  @Test
  void anUnknownAuthorityIsRefusedUntilItsPemIsNamed() throws Exception {
    SSLSocketFactory certificate = certificate("-ext", "san=ip:127.0.0.1");
    assertThat(failure(certificate, null))
        .contains("an authority that this machine does not trust");
    assertThat(failure(certificate, folder.resolve("ca.pem"))).isEqualTo("none");
  }

  @Test
  void anExpiredCertificateIsNamed() throws Exception {
    SSLSocketFactory certificate =
        certificate("-ext", "san=ip:127.0.0.1", "-startdate", "-9d", "-validity", "3");
    assertThat(failure(certificate, folder.resolve("ca.pem"))).contains("has expired");
  }

  @Test
  void aCertificateForAnotherNameIsNamed() throws Exception {
    SSLSocketFactory certificate = certificate("-ext", "san=dns:other.example.com");
    assertThat(failure(certificate, folder.resolve("ca.pem")))
        .contains("not made for the name 127.0.0.1");
  }

  @Test
  void aServerWithoutTlsIsNamed() throws Exception {
    try (ServerSocket plain = new ServerSocket(0, 4, InetAddress.getByName("127.0.0.1"))) {
      Thread.ofVirtual().start(() -> answerInPlainText(plain));
      assertThat(ask("https://127.0.0.1:" + plain.getLocalPort(), null))
          .contains("TLS")
          .contains("127.0.0.1");
    }
  }

  private static void answerInPlainText(ServerSocket plain) {
    while (!plain.isClosed()) {
      try (Socket socket = plain.accept()) {
        socket.getOutputStream().write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(US_ASCII));
        socket.getOutputStream().flush();
        socket.getInputStream().readNBytes(1); // or the reset overtakes the answer
      } catch (IOException e) {
        // the test has closed it, or the client has gone: both end this one connection
      }
    }
  }

  @Test
  void aMissingPemFileIsNamed() throws Exception {
    assertThat(failure(certificate("-ext", "san=ip:127.0.0.1"), folder.resolve("no.pem")))
        .contains("no.pem")
        .contains("does not exist");
  }

  private String failure(SSLSocketFactory certificate, @Nullable Path ca) throws Exception {
    try (FakeServer server = FakeServer.startTls(certificate)) {
      server.on("/", "[]");
      return ask(server.url().toString(), ca);
    }
  }

  private String ask(String url, @Nullable Path ca) {
    try (HttpClients clients = new HttpClients()) {
      Endpoint endpoint =
          new Endpoint(clients, "GitHub", java.net.URI.create(url), ca, Duration.ofSeconds(2));
      Request request = new Request.Builder().url(url + "/").build();
      SourceException e =
          catchThrowableOfType(
              SourceException.class,
              () -> endpoint.ask(request, Duration.ofSeconds(5), (_, body) -> body.readAllBytes()));
      return e == null ? "none" : String.valueOf(e.getMessage());
    }
  }

  /** A certificate made with the JDK's own keytool; its authority's PEM goes to ca.pem. */
  private SSLSocketFactory certificate(String... options) throws Exception {
    Path store = folder.resolve("keys.p12");
    keytool(
        store,
        List.of(
            "-genkeypair",
            "-alias",
            "ca",
            "-keyalg",
            "EC",
            "-dname",
            "CN=authority",
            "-ext",
            "bc:c"));
    keytool(
        store,
        List.of(
            "-genkeypair", "-alias", "it", "-keyalg", "EC", "-dname", "CN=test", "-signer", "ca"),
        options);
    keytool(store, List.of("-exportcert", "-alias", "ca", "-rfc", "-file", folder + "/ca.pem"));
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(store)) {
      keys.load(in, PASSWORD);
    }
    keys.deleteEntry("ca"); // the server shows the other one
    KeyManagerFactory managers =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    managers.init(keys, PASSWORD);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(managers.getKeyManagers(), null, null);
    return context.getSocketFactory();
  }

  private void keytool(Path store, List<String> verb, String... options) throws Exception {
    List<String> command = new java.util.ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    command.addAll(verb);
    command.addAll(List.of(options));
    command.addAll(List.of("-keystore", store.toString(), "-storetype", "PKCS12"));
    command.addAll(List.of("-storepass", new String(PASSWORD)));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes());
    assertThat(process.waitFor()).as(output).isZero();
  }
}
