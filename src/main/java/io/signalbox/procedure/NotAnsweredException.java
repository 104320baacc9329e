package io.signalbox.procedure;

/** A source was asked and gave no answer: who, and why, in words for the operator. */
public final class NotAnsweredException extends Exception {
  private static final long serialVersionUID = 1L;

  /** With a message fit for the operator. */
  public NotAnsweredException(String message) {
    super(message);
  }

  /** The message, never null. */
  public String words() {
    return String.valueOf(getMessage());
  }
}
