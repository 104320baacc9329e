/**
 * Real servers and small served endpoints that tests start on free loopback ports and stop again.
 */
@org.jspecify.annotations.NullMarked
package io.signalbox.rig;
