/** The use case of a runner's service: looking at it, and restarting it with proof. */
@org.jspecify.annotations.NullMarked
package io.signalbox.service;
