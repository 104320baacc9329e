package io.signalbox.app;

import java.awt.Desktop;
import java.io.IOException;
import java.net.URI;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hands http and https links to the system's browser, on a thread of its own. */
final class WebBrowser implements Consumer<URI> {
  private static final Logger LOG = LoggerFactory.getLogger(WebBrowser.class);

  @Override
  public void accept(URI link) {
    String scheme = link.getScheme();
    if ("http".equals(scheme) || "https".equals(scheme)) {
      var _ = Thread.ofVirtual().name("browser").start(() -> open(link));
    }
  }

  private static void open(URI link) {
    try {
      Desktop.getDesktop().browse(link);
    } catch (IOException | UnsupportedOperationException e) {
      LOG.warn("the system opened no browser for {}", link, e);
    }
  }
}
