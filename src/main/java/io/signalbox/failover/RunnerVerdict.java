package io.signalbox.failover;

import java.util.List;
import java.util.Locale;

/**
 * Why one runner does not take one job, or that it does.
 *
 * @param matches it has all labels that the job asks for
 * @param reason in words, with numbers
 */
public record RunnerVerdict(
    String name, Kind verdict, boolean matches, List<String> missingLabels, String reason) {
  /** The verdict in one word. */
  public enum Kind {
    /** Online, idle and with all labels. */
    READY,
    BUSY,
    OFFLINE,
    LACKS_LABELS,
    UNKNOWN;

    /** The word for screen and JSON. */
    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /** Copies the list. */
  public RunnerVerdict {
    missingLabels = List.copyOf(missingLabels);
  }
}
