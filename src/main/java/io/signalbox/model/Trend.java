package io.signalbox.model;

/**
 * The recent history of a number, oldest first, both arrays equally long.
 *
 * @param seconds Unix seconds of each sample
 * @param values the samples, in the signal's unit
 */
@SuppressWarnings("ArrayRecordComponent") // thousands of these are drawn; nobody compares them
public record Trend(Signal signal, long[] seconds, double[] values) {
  /** Number of samples. */
  public int size() {
    return seconds.length;
  }
}
