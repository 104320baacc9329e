package io.signalbox.demo;

import java.util.Locale;

/** The HTTP services of a demo world. */
public enum DemoService {
  PROMETHEUS,
  ALERTMANAGER,
  GITHUB;

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
