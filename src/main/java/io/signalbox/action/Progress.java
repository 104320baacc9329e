package io.signalbox.action;

import io.signalbox.model.GuardrailReading;
import io.signalbox.remote.OutputSink;
import io.signalbox.text.StyledLine;
import java.util.Map;

/** Where a work reports to while it runs. Safe on every thread; returns at once. */
public interface Progress {
  /** A step begins; the one before it, if still open, ended well. */
  void begin(String step);

  /** The open step ended. */
  void end(Verdict verdict);

  /** A line of output, already harmless. */
  void output(boolean error, String text);

  /** A line of output with its colours. */
  default void styled(boolean error, StyledLine line) {
    output(error, line.text());
  }

  /** Takes the output of a command as it comes, colours included. */
  default OutputSink sink() {
    return new OutputSink() {
      @Override
      public void line(boolean error, String text) {
        output(error, text);
      }

      @Override
      public void styled(boolean error, StyledLine line) {
        Progress.this.styled(error, line);
      }
    };
  }

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

  /** Which journal that entry is in, as a remote run keeps it; empty where there is none. */
  default String journal() {
    return "";
  }

  /** Another action, still without an outcome on record, has one now. */
  default void settled(String other, Outcome outcome) {}

  /** One look at a guardrail. */
  default void watched(GuardrailReading reading) {}

  /**
   * Puts facts on record that a later action may need, e.g. to take this one back. Blocks until
   * they are on disk.
   *
   * @throws ActionException when they cannot be recorded: then nothing may be changed
   */
  default void record(String what, Map<String, String> facts) throws ActionException {}

  /**
   * Asks and waits for the answer, however long that takes.
   *
   * @return the id of a choice; {@link Question#STOP} where nobody can be asked
   */
  default String ask(Question question) throws InterruptedException {
    return Question.STOP;
  }
}
