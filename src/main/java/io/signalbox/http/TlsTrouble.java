package io.signalbox.http;

import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.Locale;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.jspecify.annotations.Nullable;

/** Four ways a TLS connection is refused, each with its own next step. There is no way around. */
final class TlsTrouble {
  private TlsTrouble() {}

  static String words(String who, String host, SSLException e) {
    if (caused(e, CertificateExpiredException.class)) {
      return "The certificate of " + who + " has expired. Renew it there.";
    }
    if (caused(e, CertificateNotYetValidException.class)) {
      return "The certificate of " + who + " is not valid yet. Check the clock of this machine.";
    }
    if (e instanceof SSLPeerUnverifiedException) {
      return "The certificate of "
          + who
          + " is not made for the name "
          + host
          + ". Use the name it is made for in the profile's url.";
    }
    if (caused(e, CertPathBuilderException.class)) {
      return "The certificate of "
          + who
          + " comes from an authority that this machine does not"
          + " trust. If it is your own, name its PEM file as ca in the profile.";
    }
    String message = String.valueOf(e.getMessage());
    if (message.toLowerCase(Locale.ROOT).contains("protocol")) {
      return who
          + " speaks no TLS version that is still safe (1.2 or 1.3), or no TLS at all: "
          + Snippet.of(message);
    }
    return "The TLS connection to " + who + " failed: " + Snippet.of(message);
  }

  private static boolean caused(Throwable e, Class<? extends Throwable> by) {
    for (@Nullable Throwable at = e; at != null; at = at.getCause()) {
      if (by.isInstance(at)) {
        return true;
      }
    }
    return false;
  }
}
