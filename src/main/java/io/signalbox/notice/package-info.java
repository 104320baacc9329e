/**
 * Notices for whoever does not look at the window: the port, and the desktop behind it. Shows words
 * and changes nothing.
 */
@org.jspecify.annotations.NullMarked
package io.signalbox.notice;
