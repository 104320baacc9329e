/**
 * The record of what was done: append-only JSON lines, each chained to the one before by its hash,
 * on disk before anything is sent. Knows plain values only.
 */
@org.jspecify.annotations.NullMarked
package io.signalbox.journal;
