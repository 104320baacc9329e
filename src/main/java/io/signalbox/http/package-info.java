/**
 * What every HTTP client here shares: one pool of connections, deadlines, limits, error wording.
 */
@org.jspecify.annotations.NullMarked
package io.signalbox.http;
