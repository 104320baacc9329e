package io.signalbox.interlock;

/** A permit did not fit: nothing was sent. */
public final class PermitRefusedException extends Exception {
  /** With a message fit for the operator. */
  public PermitRefusedException(String message) {
    super(message);
  }
}
