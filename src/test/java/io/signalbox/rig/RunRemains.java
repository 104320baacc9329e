package io.signalbox.rig;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;

/** What a run of the playbooks writes into its lock and its marker. */
final class RunRemains {
  private RunRemains() {}

  /** The owner as the playbooks write it; a process that does not exist started at tick 0. */
  static String json(String run, long pid, String from, String to) throws IOException {
    return """
    {"run": "%s", "host": "%s", "boot": "%s", "pid": %d, "start": "%s", "user": "ana",
     "at": "2026-01-05T08:00:00Z", "note": {"from": "%s", "to": "%s", "action": "deploy"}}
    """
        .formatted(
            run,
            InetAddress.getLocalHost().getHostName(),
            Files.readString(Path.of("/proc/sys/kernel/random/boot_id")).strip(),
            pid,
            start(pid),
            from,
            to);
  }

  private static String start(long pid) throws IOException {
    Path stat = Path.of("/proc/" + pid + "/stat");
    if (!Files.exists(stat)) {
      return "0";
    }
    String text = Files.readString(stat);
    return text.substring(text.lastIndexOf(')') + 2).split(" ")[19];
  }
}
