package io.signalbox.runbook;

/**
 * Where a link leads.
 *
 * @param written exactly as the author has it, made harmless: show it whole before it is followed
 * @param path for a runbook or a file, its path from the runbooks' folder; empty otherwise
 * @param anchor the heading's anchor, empty for none
 * @param why for {@link Kind#UNAVAILABLE}, the reason; empty otherwise
 */
public record LinkTarget(Kind kind, String written, String path, String anchor, String why) {
  /** What it is. */
  public enum Kind {
    /** http or https: opened by the operator's browser, and only on a press. */
    WEB,
    /** A heading of the same runbook. */
    HEADING,
    /** Another runbook of the folder: opened in place. */
    RUNBOOK,
    /** Another file of the folder. */
    FILE,
    /** Inert: it is missing, leads out of the folder, or is of a kind that nobody follows. */
    UNAVAILABLE
  }

  static LinkTarget unavailable(String written, String why) {
    return new LinkTarget(Kind.UNAVAILABLE, written, "", "", why);
  }
}
