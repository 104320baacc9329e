package io.signalbox.demo;

import java.util.Arrays;
import java.util.Optional;

/** What the simulated fleet is going through when the demo world starts. */
public enum Scenario {
  /** Everything online, one or two runners at work. */
  CALM("calm"),
  /** The production primary's service failed about six minutes ago; a deployment waits for it. */
  PRIMARY_OFFLINE("primary-offline"),
  /**
   * A production deployment is stuck behind a long job; a full disk and a lost exporter besides.
   */
  STUCK_DEPLOY("stuck-deploy"),
  /** Two hundred runners, five hundred alerts, long names. */
  LARGE_FLEET("large-fleet");

  private final String word;

  Scenario(String word) {
    this.word = word;
  }

  /** The word that names this scenario on a command line. */
  public String word() {
    return word;
  }

  /** The scenario of that word, or empty where there is none. */
  public static Optional<Scenario> named(String word) {
    return Arrays.stream(values()).filter(s -> s.word.equals(word)).findFirst();
  }
}
