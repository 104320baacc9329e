package io.signalbox.remote;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a script ended on the other side.
 *
 * @param exitStatus null where the host reported none: then nothing is known of what it did
 * @param err the newest lines of standard error, harmless and masked
 */
public record ScriptEnd(@Nullable Integer exitStatus, List<String> err) {
  /** Copies the lines. */
  public ScriptEnd {
    err = List.copyOf(err);
  }
}
