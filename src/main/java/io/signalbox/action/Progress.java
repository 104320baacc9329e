package io.signalbox.action;

/** Where a work reports to while it runs. Safe on every thread; returns at once. */
public interface Progress {
  /** A step begins; the one before it, if still open, ended well. */
  void begin(String step);

  /** The open step ended. */
  void end(Verdict verdict);

  /** A line of output, already harmless. */
  void output(boolean error, String text);

  /** A read-back; one with the same question is replaced. */
  void evidence(Evidence evidence);

  /**
   * Writes ahead that sending begins. Blocks until it is on disk.
   *
   * @throws ActionException when it cannot be recorded: then nothing may be sent
   */
  void started() throws ActionException;

  /** Who acts. */
  default String actor() {
    return "";
  }

  /** What the operator gave as reason. */
  default String reason() {
    return "";
  }

  /** Hash of the journal's entry that {@link #started} wrote; empty before. */
  default String journalHead() {
    return "";
  }

  /** Another action, still without an outcome on record, has one now. */
  default void settled(String other, Outcome outcome) {}
}
