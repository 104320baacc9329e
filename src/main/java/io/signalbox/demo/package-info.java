/**
 * The demo world: one simulated fleet behind real loopback sockets (Prometheus, GitHub,
 * Alertmanager, SSH), reached by the production clients like any other environment.
 */
@org.jspecify.annotations.NullMarked
package io.signalbox.demo;
