package io.signalbox.demo;

import java.time.Instant;
import java.util.Map;

/**
 * One alert as an evaluation left it.
 *
 * @param activeAt when the condition was first seen true
 * @param firing whether it has been true for as long as the rule asks
 * @param firedAt when it began, or will begin, to fire
 */
record SimulatedAlert(
    AlertRule rule,
    Map<String, String> labels,
    Map<String, String> annotations,
    Instant activeAt,
    boolean firing,
    Instant firedAt,
    double value) {}
