package io.signalbox.remote.durable;

import java.util.Locale;

/** Where a run stands, by what its directory and the processes of its host say. */
public enum RunState {
  /** No directory: the request never arrived. */
  NEVER_STARTED,
  /** Its directory is being written. */
  PREPARING,
  /** Claimed, but its first process never came to life: nothing was carried out. */
  STILLBORN,
  RUNNING,
  /** Its result is on the disk. */
  FINISHED,
  /** It had begun, has no result and no process: crashed, killed or rebooted. */
  LOST;

  /** The word for screen and JSON. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** True once nothing more will happen by itself. */
  public boolean over() {
    return this != RUNNING && this != PREPARING;
  }

  static RunState of(String word) {
    return switch (word) {
      case "none" -> NEVER_STARTED;
      case "preparing" -> PREPARING;
      case "stillborn" -> STILLBORN;
      case "running" -> RUNNING;
      case "finished" -> FINISHED;
      case "lost" -> LOST;
      default -> throw new IllegalArgumentException("unknown state " + word);
    };
  }
}
