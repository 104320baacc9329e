/** Asks a host's exporter directly, for when Prometheus cannot reach it. */
@org.jspecify.annotations.NullMarked
package io.signalbox.exporter;
