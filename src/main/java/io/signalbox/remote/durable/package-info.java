/**
 * Runs that outlive the connection: a directory on the host holds log, result and identity of each,
 * a lock with a growing token keeps one environment to one run, and whoever comes back reads on
 * from the byte where it stopped.
 */
@org.jspecify.annotations.NullMarked
package io.signalbox.remote.durable;
