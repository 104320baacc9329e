package io.signalbox.http;

import java.io.IOException;

/** An answer arrived and is not what the protocol promises; the message names the field. */
public final class WireException extends IOException {
  /** The message completes "X sent an answer that cannot be used: …". */
  public WireException(String message) {
    super(message);
  }
}
