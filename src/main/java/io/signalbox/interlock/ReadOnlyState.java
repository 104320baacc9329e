package io.signalbox.interlock;

/**
 * Read-only mode at one moment.
 *
 * @param closed mutating plans are refused
 * @param words what it is and why, for the card
 */
public record ReadOnlyState(boolean closed, String words) {}
