/**
 * The only place that hops threads: bridges from background feeds to properties of the FX thread.
 */
@org.jspecify.annotations.NullMarked
package io.signalbox.ui.fx;
