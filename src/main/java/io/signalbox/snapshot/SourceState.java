package io.signalbox.snapshot;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a source. Sealed, so that a reader has to say what "no data" looks like.
 *
 * @param <T> the source's reading
 */
public sealed interface SourceState<T> {
  /** Nothing was ever read. */
  record Never<T>() implements SourceState<T> {}

  /** Read recently. */
  record Fresh<T>(Reading<T> reading, Instant at) implements SourceState<T> {}

  /** Read once, too long ago to act on, and no failure was reported since. */
  record Stale<T>(Reading<T> reading, Instant at) implements SourceState<T> {}

  /**
   * The newest attempt failed.
   *
   * @param last the last good reading, null where there never was one
   * @param at when that was read, null where there never was one
   * @param since when the failing began
   * @param error what happened, to what, and what to do
   * @param nextTry when it is asked again, null when it is not (e.g. a refused token)
   */
  record Failed<T>(
      @Nullable Reading<T> last,
      @Nullable Instant at,
      Instant since,
      String error,
      @Nullable Instant nextTry)
      implements SourceState<T> {}

  /** The newest reading, however old; null where there never was one. */
  default @Nullable Reading<T> reading() {
    return switch (this) {
      case Never<T> _ -> null;
      case Fresh<T>(var reading, _) -> reading;
      case Stale<T>(var reading, _) -> reading;
      case Failed<T>(var last, _, _, _, _) -> last;
    };
  }

  /** When the newest reading was taken; null where there never was one. */
  default @Nullable Instant readAt() {
    return switch (this) {
      case Never<T> _ -> null;
      case Fresh<T>(_, var at) -> at;
      case Stale<T>(_, var at) -> at;
      case Failed<T>(_, var at, _, _, _) -> at;
    };
  }

  /** True when the newest reading may be acted on. */
  default boolean fresh() {
    return this instanceof Fresh;
  }

  /** fresh, stale, failed or never: the word of records. */
  default String word() {
    return switch (this) {
      case Never<T> _ -> "never";
      case Fresh<T> _ -> "fresh";
      case Stale<T> _ -> "stale";
      case Failed<T> _ -> "failed";
    };
  }
}
