package io.signalbox.action;

/** Where looks are put on record. Waits some milliseconds for the disk; safe on every thread. */
@FunctionalInterface
public interface LookBook {
  /**
   * Puts one on record. A look is no action, so it may be made without a record; whoever made it
   * says so.
   *
   * @return why it is not on record, empty where it is
   */
  String looked(Look look);
}
