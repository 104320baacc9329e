package io.signalbox.demo;

import java.nio.file.Path;
import java.time.Clock;

/**
 * What a demo world is made from. Scenario, seed and the clock's instant at the start decide every
 * simulated value; two worlds with equal ones answer with equal bytes.
 *
 * @param home a throw-away folder, created when missing; nothing outside it is read or written
 */
public record DemoOptions(Scenario scenario, long seed, Clock clock, Path home) {}
