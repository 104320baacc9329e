/**
 * Runner truth: one state per runner and per physical host out of what the sources say, with the
 * reasons and the age of every input. Pure but for a memory of what was seen earlier.
 */
@org.jspecify.annotations.NullMarked
package io.signalbox.snapshot.truth;
