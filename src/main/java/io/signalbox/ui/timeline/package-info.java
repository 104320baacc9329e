/** Deployments and jobs on a time axis: a pure layout and a canvas. */
@org.jspecify.annotations.NullMarked
package io.signalbox.ui.timeline;
