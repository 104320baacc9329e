package io.signalbox.rollback;

import org.jspecify.annotations.Nullable;

/**
 * A version as it was seen.
 *
 * @param where the host
 * @param source the address or file that said it
 * @param version null where it could not be read
 * @param words why it could not be read, empty otherwise
 */
public record Observation(String where, String source, @Nullable String version, String words) {
  /** One line of it. */
  public String line() {
    return where + " " + source + ": " + (version == null ? "not readable, " + words : version);
  }
}
