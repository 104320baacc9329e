package io.signalbox.model;

import java.time.Instant;

/**
 * A stretch of a runner's history.
 *
 * @param observed true where this console saw the state itself, false where it is read from the
 *     service signal's history and so says nothing about GitHub
 */
public record StateSpan(Instant from, Instant to, RunnerState state, boolean observed) {}
