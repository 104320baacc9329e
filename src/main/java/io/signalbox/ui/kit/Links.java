package io.signalbox.ui.kit;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/** Links from outside: only what a browser may open. Pure. */
public final class Links {
  private Links() {}

  /** The link, if it is a well-formed http or https address. */
  public static Optional<URI> of(String url) {
    try {
      URI uri = new URI(url);
      String scheme = uri.getScheme();
      boolean web = "https".equalsIgnoreCase(scheme) || "http".equalsIgnoreCase(scheme);
      return web && uri.getHost() != null ? Optional.of(uri) : Optional.empty();
    } catch (URISyntaxException _) {
      return Optional.empty();
    }
  }
}
