/** The fleet as a virtualised grid of tiles. */
@org.jspecify.annotations.NullMarked
package io.signalbox.ui.fleet;
