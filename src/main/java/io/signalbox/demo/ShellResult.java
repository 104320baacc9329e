package io.signalbox.demo;

import java.time.Duration;

/** What a command printed and how it ended; {@code takes} is time on the machine's own clock. */
record ShellResult(int exit, String out, String err, Duration takes) {

  static ShellResult printed(String out) {
    return new ShellResult(0, out, "", Duration.ZERO);
  }

  static ShellResult failed(int exit, String err) {
    return new ShellResult(exit, "", err, Duration.ZERO);
  }
}
