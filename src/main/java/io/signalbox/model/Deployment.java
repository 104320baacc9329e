package io.signalbox.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A deployment with its newest status.
 *
 * @param state GitHub's word of the newest status (queued, in_progress, success, failure, error,
 *     inactive, pending, waiting), or {@code unknown} where no status was read
 * @param stateAt when that status was set, null where none was read
 * @param endedAt when it first came to success, failure or error; null while it did not, or where
 *     that status was not read. A later {@code inactive} says only that another took its place.
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
    @Nullable Instant endedAt,
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
