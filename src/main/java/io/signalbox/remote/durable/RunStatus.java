package io.signalbox.remote.durable;

import org.jspecify.annotations.Nullable;

/**
 * A run as its host tells it.
 *
 * @param exitCode of the command, null while there is none
 * @param verifyCode of what proves it, null where it was not run
 * @param aborted an operator had it ended
 * @param timedOut its hard limit had it ended
 * @param logSize bytes of output so far
 * @param left processes of a lost run that are alive still
 * @param meta what its directory says of it, null where that is not readable
 */
public record RunStatus(
    String host,
    String id,
    RunState state,
    @Nullable Integer exitCode,
    @Nullable Integer verifyCode,
    boolean aborted,
    boolean timedOut,
    long logSize,
    int left,
    @Nullable RunMeta meta) {

  /** From an answer's words: id state rc vrc cut size left meta. */
  static RunStatus parse(String host, String words) {
    String[] parts = words.split(" ", 8);
    if (parts.length < 7) {
      throw new IllegalArgumentException("not a run: " + words);
    }
    return new RunStatus(
        host,
        parts[0],
        RunState.of(parts[1]),
        number(parts[2]),
        number(parts[3]),
        parts[4].equals("aborted"),
        parts[4].equals("timeout"),
        Long.parseLong(parts[5]),
        Integer.parseInt(parts[6]),
        parts.length > 7 ? RunMeta.parse(parts[7]) : null);
  }

  private static @Nullable Integer number(String text) {
    return text.equals("-") ? null : Integer.valueOf(text.strip());
  }
}
