package io.signalbox.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/** What {@code df}, {@code free} and {@code /proc/loadavg} say about a simulated host. */
final class HostFigures {
  private final SimulatedFleet fleet;
  private final SimulatedHost host;
  private final FleetHistory history;
  private final Instant now;

  HostFigures(SimulatedFleet fleet, SimulatedHost host) {
    this.fleet = fleet;
    this.host = host;
    this.history = fleet.history();
    this.now = fleet.now();
  }

  /** {@code df -B1 -P /}; as in the field, reserved blocks count as neither used nor available. */
  String df() {
    long total = host.diskBytes();
    long used = blocks(total * fleet.load().diskPercent(history, host, now) / 100);
    long available = total - used;
    long percent = (long) Math.ceil(100.0 * used / total);
    return "Filesystem         1-blocks         Used    Available Capacity Mounted on\n"
        + String.format(
            Locale.ROOT,
            "/dev/sda1      %12d %12d %12d %7d%% /\n",
            total,
            used,
            available,
            percent);
  }

  /** {@code free -b}. */
  String free() {
    long total = host.memoryBytes();
    long used = blocks(total * fleet.load().memoryPercent(history, host, now) / 100);
    long cache = blocks((total - used) * 0.4);
    long shared = blocks(total * 0.002);
    long free = total - used - cache;
    String columns = "%13s %11s %11s %11s %11s %11s\n";
    return "       "
        + String.format(
            Locale.ROOT, columns, "total", "used", "free", "shared", "buff/cache", "available")
        + "Mem:   "
        + String.format(Locale.ROOT, columns, total, used, free, shared, cache, free + cache)
        + "Swap:              0           0           0\n";
  }

  /** {@code cat /proc/loadavg}. */
  String loadAverage() {
    int id = 20_000 + (int) Math.floorMod(now.getEpochSecond(), 40_000L);
    return String.format(
        Locale.ROOT,
        "%.2f %.2f %.2f %d/%d %d\n",
        load(0),
        load(3),
        load(10),
        1 + (int) load(0),
        410 + host.cores(),
        id);
  }

  private double load(int minutesAgo) {
    Instant then = now.minus(Duration.ofMinutes(minutesAgo));
    return fleet.load().cpuPercent(history, host, then) * host.cores() / 100;
  }

  private static long blocks(double bytes) {
    return (long) (bytes / 4_096) * 4_096;
  }
}
