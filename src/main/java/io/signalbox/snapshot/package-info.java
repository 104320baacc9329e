/** Sources, pollers and the one immutable snapshot that everything on screen is drawn from. */
@org.jspecify.annotations.NullMarked
package io.signalbox.snapshot;
