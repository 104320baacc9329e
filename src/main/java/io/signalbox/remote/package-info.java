/**
 * Commands on other machines: what may be read, what needs a permit, and the one place where an
 * argument vector becomes text. The port knows no SSH library; {@code remote.ssh} is its adapter.
 */
@org.jspecify.annotations.NullMarked
package io.signalbox.remote;
