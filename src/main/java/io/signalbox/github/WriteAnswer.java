package io.signalbox.github;

import org.jspecify.annotations.Nullable;

/** What came of asking GitHub for one change. It is never asked a second time by itself. */
public sealed interface WriteAnswer {
  /** In words, for the output and the record. */
  String words();

  /**
   * GitHub says that it is done.
   *
   * @param status 200, 201, 202 or 204
   * @param id of what was made or started (a run, a deployment, an issue's number), null where
   *     GitHub names none
   */
  record Done(int status, @Nullable Long id, String words) implements WriteAnswer {}

  /**
   * GitHub says no, or was not reached: nothing was changed.
   *
   * @param status GitHub's, 0 where nothing was sent
   */
  record Refused(int status, String words) implements WriteAnswer {}

  /** The answer was lost, or GitHub failed inside: only reading again tells what is so. */
  record Ambiguous(String words) implements WriteAnswer {}
}
