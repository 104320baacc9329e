package io.signalbox.ui.theme;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.util.List;

/** The two looks of the console. */
public enum Theme {
  DARK("dark.css"),
  LIGHT("light.css");

  private static final List<String> FEATURES =
      List.of(
          "kit",
          "shell",
          "fleet",
          "timeline",
          "alerts",
          "detail",
          "confirm",
          "run",
          "runbook",
          "journal",
          "failover",
          "rollback");

  private final String overlay;

  Theme(String overlay) {
    this.overlay = overlay;
  }

  /** The other look. */
  public Theme other() {
    return this == DARK ? LIGHT : DARK;
  }

  /** Class path names of the token sheets, in the order in which they override each other. */
  List<String> tokenSheets() {
    return List.of("tokens.css", overlay);
  }

  /** URLs of every sheet of a scene: tokens, this look, then the features. */
  public List<String> stylesheets() {
    return java.util.stream.Stream.concat(
            tokenSheets().stream(), FEATURES.stream().map(name -> name + ".css"))
        .map(Theme::url)
        .toList();
  }

  /** The base theme under our tokens, for {@code Application.setUserAgentStylesheet}. */
  public String userAgentStylesheet() {
    java.net.URL binary =
        Theme.class.getResource(this == DARK ? "base-dark.bss" : "base-light.bss");
    if (binary != null) {
      return binary.toExternalForm();
    }
    return this == DARK
        ? new PrimerDark().getUserAgentStylesheet()
        : new PrimerLight().getUserAgentStylesheet();
  }

  /** A sheet; the image holds each also in the form that needs no parsing. */
  private static String url(String name) {
    java.net.URL binary = Theme.class.getResource(name.replace(".css", ".bss"));
    java.net.URL url = binary == null ? Theme.class.getResource(name) : binary;
    if (url == null) {
      throw new IllegalStateException("stylesheet " + name + " is missing from the application");
    }
    return url.toExternalForm();
  }
}
