package io.signalbox.remote;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a command ended on the other side. Without an exit status and without a signal nothing is
 * known of its end: it may have been done, in part or not at all, or be running still.
 *
 * @param exitStatus null where the host reported none
 * @param exitSignal the signal that ended it (without SIG), null where none was reported
 * @param connectionLost the host reported no end at all
 * @param out the newest lines of output, harmless and masked, at most {@link #KEPT}
 * @param err the newest lines of standard error, alike
 */
public record CommandResult(
    @Nullable Integer exitStatus,
    @Nullable String exitSignal,
    boolean connectionLost,
    List<String> out,
    List<String> err) {
  /** How many lines of each stream are kept here; a sink sees all of them. */
  public static final int KEPT = 2000;

  /** Copies the lines. */
  public CommandResult {
    out = List.copyOf(out);
    err = List.copyOf(err);
  }

  /** True when it ended by itself with status 0. */
  public boolean ok() {
    return exitStatus != null && exitStatus == 0;
  }

  /** True when nothing is known of how it ended. */
  public boolean unknown() {
    return exitStatus == null;
  }

  /** How it ended, in words. */
  public String words() {
    if (exitStatus != null) {
      return "exit code " + exitStatus;
    }
    return exitSignal != null
        ? "ended by signal " + exitSignal
        : "no end was reported (the connection was lost, or it took longer than is waited for)";
  }
}
