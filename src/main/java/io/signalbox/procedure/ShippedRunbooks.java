package io.signalbox.procedure;

import io.signalbox.runbook.Runbook;
import io.signalbox.runbook.RunbookParser;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The runbooks that come with the console ({@code src/stack/runbooks}). */
public final class ShippedRunbooks {
  /** Their names. */
  public static final List<String> NAMES =
      List.of(
          "network-unreachable.md",
          "runner-degraded.md",
          "runner-offline.md",
          "secrets-expired.md");

  private ShippedRunbooks() {}

  /** Reads one of {@link #NAMES}. */
  public static Runbook read(String name) {
    try (InputStream in = ShippedRunbooks.class.getResourceAsStream("runbooks/" + name)) {
      if (in == null || !NAMES.contains(name)) {
        return RunbookParser.unreadable(name, "no runbook of this name ships with the console");
      }
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return RunbookParser.parse(name, text, NAMES::contains);
    } catch (IOException e) {
      return RunbookParser.unreadable(name, "it cannot be read from the program: " + e);
    }
  }
}
