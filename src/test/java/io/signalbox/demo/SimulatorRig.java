package io.signalbox.demo;

import io.signalbox.rig.MutableClock;
import java.nio.file.Path;
import java.time.Instant;

/** A demo world and a client of its simulators, by a clock that the test moves. */
final class SimulatorRig implements AutoCloseable {
  /** Where its clock starts. */
  static final Instant NOON = Instant.parse("2026-03-04T12:00:00Z");

  final MutableClock clock = clock();
  final DemoWorld world;
  final DemoClient client;

  SimulatorRig(Scenario scenario, Path folder) throws Exception {
    world = DemoWorld.start(new DemoOptions(scenario, 7, clock, folder));
    client = new DemoClient(world);
  }

  /** A clock that stands at noon until it is moved. */
  static MutableClock clock() {
    return new MutableClock(NOON);
  }

  @Override
  public void close() throws Exception {
    client.close();
    world.close();
  }
}
