package io.signalbox.profile;

import java.time.Duration;

/** When a number becomes a finding; a resource counts once it lasted {@code sustained}. */
public record Thresholds(
    double cpuPercent,
    double memoryPercent,
    double diskPercent,
    Duration checkInAge,
    Duration sustained,
    Duration offlinePrimary,
    Duration offlineSecondary) {
  /** What holds where the profile says nothing. */
  public static final Thresholds DEFAULT =
      new Thresholds(
          80,
          85,
          85,
          Duration.ofMinutes(5),
          Duration.ofMinutes(5),
          Duration.ofMinutes(5),
          Duration.ofMinutes(10));
}
