package io.signalbox.remote;

import java.net.URI;
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

  /**
   * Whether an address answers from that machine: one line of tool, its exit code, and the HTTP
   * status where the tool tells it; {@code none} where the machine has no tool for it.
   */
  record Reach(URI address) implements Probe {
    private static final String SCRIPT =
        """
        u=$1 h=$2 p=$3 s=$4
        if [ "$s" != tcp ] && command -v curl >/dev/null 2>&1; then
          c=$(curl -s -o /dev/null -m 8 -w '%{http_code}' --url "$u" 2>/dev/null)
          echo "curl $? $c"
        elif [ "$s" != tcp ] && command -v wget >/dev/null 2>&1; then
          wget -q -T 8 -t 1 -O /dev/null -- "$u" >/dev/null 2>&1
          echo "wget $? -"
        elif command -v bash >/dev/null 2>&1; then
          timeout 8 bash -c 'exec 3<>"/dev/tcp/$1/$2"' reach "$h" "$p" >/dev/null 2>&1
          echo "tcp $? -"
        else
          echo "none 0 -"
        fi
        """;

    @Override
    public List<String> argv() {
      int port = address.getPort();
      boolean tls = "https".equals(address.getScheme());
      return List.of(
          "/bin/sh",
          "-c",
          SCRIPT,
          "signalbox-reach",
          address.toString(),
          String.valueOf(address.getHost()),
          Integer.toString(port > 0 ? port : tls ? 443 : 80),
          String.valueOf(address.getScheme()));
    }
  }
}
