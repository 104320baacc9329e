package io.signalbox.http;

import io.signalbox.snapshot.SourceException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Collection;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/** Trust in the system's authorities and in those of a PEM file; host names are always checked. */
final class ExtraAuthorities {
  private ExtraAuthorities() {}

  static OkHttpClient trusting(OkHttpClient base, Path pem) throws SourceException {
    try (InputStream in = Files.newInputStream(pem)) {
      Collection<? extends Certificate> extra =
          CertificateFactory.getInstance("X.509").generateCertificates(in);
      if (extra.isEmpty()) {
        throw SourceException.hopeless(
            pem
                + " holds no certificate. Put the authority's PEM there, or drop ca from the"
                + " profile.");
      }
      X509TrustManager trust = trust(extra);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, new TrustManager[] {trust}, null);
      return base.newBuilder().sslSocketFactory(context.getSocketFactory(), trust).build();
    } catch (IOException | GeneralSecurityException e) {
      throw unreadable(pem, e);
    }
  }

  static SourceException unreadable(Path pem, Exception e) {
    String why =
        e instanceof NoSuchFileException ? "it does not exist" : String.valueOf(e.getMessage());
    return SourceException.hopeless(
        "The certificate file " + pem + " cannot be used: " + why + ". Correct ca in the profile.");
  }

  private static X509TrustManager trust(Collection<? extends Certificate> extra)
      throws GeneralSecurityException, IOException {
    KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
    store.load(null, null);
    int count = 0;
    for (X509Certificate own : trustManager(null).getAcceptedIssuers()) {
      store.setCertificateEntry("system-" + count++, own);
    }
    for (Certificate added : extra) {
      store.setCertificateEntry("extra-" + count++, added);
    }
    return trustManager(store);
  }

  private static X509TrustManager trustManager(@Nullable KeyStore store)
      throws GeneralSecurityException {
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(store);
    return Arrays.stream(factory.getTrustManagers())
        .filter(X509TrustManager.class::isInstance)
        .map(X509TrustManager.class::cast)
        .findFirst()
        .orElseThrow(() -> new GeneralSecurityException("no X.509 trust in this Java"));
  }
}
