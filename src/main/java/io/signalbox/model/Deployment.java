package io.signalbox.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A deployment with its newest status.
 *
 * @param state GitHub's word of the newest status (queued, in_progress, success, failure, error,
 *     inactive, pending, waiting), or {@code unknown} where no status was read
 * @param stateAt when that status was set, null where none was read
 * @param runUrl the run that carries it out, empty where GitHub names none
 */
public record Deployment(
    long id,
    String repository,
    String environment,
    String ref,
    String sha,
    String state,
    Instant createdAt,
    @Nullable Instant stateAt,
    String runUrl,
    String creator) {

  /** True while GitHub says that it is not finished. */
  public boolean inFlight() {
    return switch (state) {
      case "queued", "in_progress", "pending", "waiting" -> true;
      default -> false;
    };
  }
}
