package io.signalbox.remote;

import java.util.List;

/** A command that only reads, from a closed list: it needs no permit because nothing else fits. */
public sealed interface Probe {
  /** The exact arguments. */
  List<String> argv();

  /** State of a unit as {@code key=value} lines, also for a unit that does not exist. */
  record UnitState(UnitName unit) implements Probe {
    @Override
    public List<String> argv() {
      return List.of(
          "systemctl",
          "show",
          "-p",
          "LoadState,ActiveState,SubState,Result,ExecMainStatus,NRestarts,ActiveEnterTimestamp",
          unit.value());
    }
  }

  /** The newest 50 lines of a unit's journal. */
  record RecentJournal(UnitName unit) implements Probe {
    @Override
    public List<String> argv() {
      return List.of("journalctl", "-u", unit.value(), "-n", "50", "--no-pager", "-o", "short-iso");
    }
  }

  /** The root file system's size and use in bytes. */
  record Disk() implements Probe {
    @Override
    public List<String> argv() {
      return List.of("df", "-B1", "-P", "/");
    }
  }

  /** Memory in bytes. */
  record Memory() implements Probe {
    @Override
    public List<String> argv() {
      return List.of("free", "-b");
    }
  }

  /** Load averages. */
  record Load() implements Probe {
    @Override
    public List<String> argv() {
      return List.of("cat", "/proc/loadavg");
    }
  }

  /** Number of processors. */
  record Cores() implements Probe {
    @Override
    public List<String> argv() {
      return List.of("nproc");
    }
  }

  /** The machine's own name. */
  record HostName() implements Probe {
    @Override
    public List<String> argv() {
      return List.of("hostname");
    }
  }
}
