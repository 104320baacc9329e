/** Reads a Prometheus: signals with their ages and history, alerts, rules, targets. */
@org.jspecify.annotations.NullMarked
package io.signalbox.prometheus;
