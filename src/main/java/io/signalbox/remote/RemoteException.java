package io.signalbox.remote;

import org.jspecify.annotations.Nullable;

/**
 * A command could not be handed over: nothing of it was sent. The message names what happened, to
 * which machine or hop, and what to do.
 */
public final class RemoteException extends Exception {
  private final Kind kind;
  private final transient @Nullable OfferedHostKey offered;
  private final transient @Nullable ChangedHostKey changed;

  /** With a message fit for the operator. */
  public RemoteException(Kind kind, String message, @Nullable Throwable cause) {
    this(kind, message, cause, null);
  }

  /** As above; with the key that nobody agreed to yet. */
  public RemoteException(
      Kind kind, String message, @Nullable Throwable cause, @Nullable OfferedHostKey offered) {
    this(kind, message, cause, offered, null);
  }

  private RemoteException(
      Kind kind,
      String message,
      @Nullable Throwable cause,
      @Nullable OfferedHostKey offered,
      @Nullable ChangedHostKey changed) {
    super(message, cause);
    this.kind = kind;
    this.offered = offered;
    this.changed = changed;
  }

  /** A host key that is not the one on file. */
  public RemoteException(String message, ChangedHostKey changed) {
    this(Kind.HOST_KEY_CHANGED, message, null, null, changed);
  }

  /** The same, said of a hop on the way. */
  public RemoteException at(String hop) {
    return new RemoteException(kind, hop + ": " + getMessage(), this, offered, changed);
  }

  /** Both keys, where one is on file and another was presented. */
  public @Nullable ChangedHostKey changed() {
    return changed;
  }

  /** The host key that was presented, for {@link Kind#HOST_KEY_UNKNOWN} alone. */
  public @Nullable OfferedHostKey offered() {
    return offered;
  }

  @Override
  public String getMessage() {
    return String.valueOf(super.getMessage());
  }

  /** Which way it failed. */
  public Kind kind() {
    return kind;
  }

  /** The ways in which no command can be handed over. */
  public enum Kind {
    /** The profile or the SSH configuration does not allow it. */
    CONFIGURATION,
    NAME_NOT_FOUND,
    REFUSED,
    TIMEOUT,
    HOST_KEY_UNKNOWN,
    HOST_KEY_CHANGED,
    AUTHENTICATION,
    /** The connection failed in another way. */
    CONNECTION,
    /** The host would open no channel, as where too many are open: nothing was sent. */
    NO_CHANNEL
  }
}
