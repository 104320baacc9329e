/** Runbooks: the shelf, the reader, the steps as cards that are worked through. */
@org.jspecify.annotations.NullMarked
package io.signalbox.ui.runbook;
