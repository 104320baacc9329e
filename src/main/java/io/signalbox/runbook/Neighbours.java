package io.signalbox.runbook;

/** What lies beside a runbook; the parser asks it where links lead, and reads nothing itself. */
@FunctionalInterface
public interface Neighbours {
  /** Nothing is known of the folder: links to files are taken for good. */
  Neighbours UNKNOWN = _ -> true;

  /**
   * True when a file of this name is in the runbooks' folder, symbolic links followed and not
   * leading out of it.
   *
   * @param path from the folder, without {@code .} and {@code ..}
   */
  boolean has(String path);
}
