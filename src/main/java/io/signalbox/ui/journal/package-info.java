/** The record of what was done: found again, read in full, taken away as a file. */
@org.jspecify.annotations.NullMarked
package io.signalbox.ui.journal;
