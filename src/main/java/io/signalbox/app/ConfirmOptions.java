package io.signalbox.app;

import java.io.PrintWriter;
import picocli.CommandLine.Option;

/** What an operator gives to every verb that changes something. */
final class ConfirmOptions {
  @Option(names = "--confirm", paramLabel = "TARGET", description = "The plan's confirm text.")
  private String confirm = "";

  @Option(names = "--reason", paramLabel = "TEXT", description = "Why; goes to the journal.")
  private String reason = "";

  @Option(names = "--unlock", description = "Unlock a read-only profile for this run only.")
  private boolean unlock;

  @Option(names = "--json", description = "As JSON.")
  private boolean json;

  String confirm() {
    return confirm;
  }

  String reason() {
    return reason;
  }

  boolean unlock() {
    return unlock;
  }

  boolean json() {
    return json;
  }

  /** True, and said so, when unlocking is asked for without a reason. */
  boolean reasonMissing(PrintWriter err) {
    if (unlock && reason.isBlank()) {
      err.println("--unlock needs --reason TEXT: it goes to the journal");
      return true;
    }
    return false;
  }
}
