package io.signalbox.action;

/** No plan could be made: what, why, and what to do next. */
public final class ActionException extends Exception {
  /** With a message fit for the operator. */
  public ActionException(String message) {
    super(message);
  }
}
