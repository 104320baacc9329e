package io.signalbox.demo;

import java.time.Instant;
import java.util.Locale;

/** Output as the usual tools print it, worked out from a simulated host's figures. */
final class BlockTexts {
  private static final String TIB = "KMGT";

  private final SimulatedFleet fleet;
  private final SimulatedHost host;
  private final HostFigures figures;
  private final double cpu;
  private final double memory;
  private final double disk;

  BlockTexts(SimulatedFleet fleet, SimulatedHost host) {
    this.fleet = fleet;
    this.host = host;
    this.figures = new HostFigures(fleet, host);
    FleetHistory history = fleet.history();
    Instant now = fleet.now();
    cpu = fleet.load().cpuPercent(history, host, now);
    memory = fleet.load().memoryPercent(history, host, now);
    disk = fleet.load().diskPercent(history, host, now);
  }

  String links() {
    return """
    lo               UNKNOWN        00:00:00:00:00:00 <LOOPBACK,UP,LOWER_UP>
    eth0             UP             02:00:5e:00:53:01 <BROADCAST,MULTICAST,UP,LOWER_UP>
    2: eth0: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc mq state UP mode DEFAULT qlen 1000
        link/ether 02:00:5e:00:53:01 brd ff:ff:ff:ff:ff:ff
        RX:  bytes packets errors dropped  missed   mcast
        8412034411 7120394      0       0       0       0
        TX:  bytes packets errors dropped carrier collsns
        2931044870 4410233      0       0       0       0
    """;
  }

  String addresses() {
    return "lo               UNKNOWN        127.0.0.1/8\n"
        + "eth0             UP             "
        + host.address()
        + "/24\ndefault via 192.0.2.1 dev eth0\n192.0.2.0/24 dev eth0 scope link src "
        + host.address()
        + "\n";
  }

  String names(String name) {
    return "nameserver 192.0.2.53\nsearch example.com\n"
        + resolved(name)
        + "the name has an address\n";
  }

  String resolved(String name) {
    return "192.0.2.80      STREAM " + name + "\n192.0.2.80      DGRAM\n192.0.2.80      RAW\n";
  }

  String load() {
    return figures.loadAverage() + host.cores() + "\n";
  }

  String memory() {
    long used = (long) (host.memoryBytes() * memory / 100);
    return "               total        used        free      shared  buff/cache   available\n"
        + row("Mem:", host.memoryBytes(), used)
        + "Swap:             0B          0B          0B\n";
  }

  private static String row(String name, long total, long used) {
    long cache = (total - used) * 4 / 10;
    return String.format(
        Locale.ROOT,
        "%-8s%12s%12s%12s%12s%12s%12s%n",
        name,
        human(total),
        human(used),
        human(total - used - cache),
        human(total / 500),
        human(cache),
        human(total - used));
  }

  /** {@code ps}: what takes most, of processor or of memory. */
  String processes(boolean byCpu) {
    String[] names = {"node", "dockerd", "Runner.Worker", "Runner.Listener", "systemd-journal"};
    int[] ids = {18_412, 690, 17_930, 712, 301};
    double[] shares = {0.71, 0.12, 0.09, 0.04, 0.02};
    StringBuilder out =
        new StringBuilder(
            byCpu
                ? "    PID    PPID %CPU %MEM     ELAPSED COMMAND\n"
                : "    PID %CPU %MEM      RSS COMMAND\n");
    for (int i = 0; i < names.length; i++) {
      double busy = cpu * host.cores() * shares[i];
      double held = memory * shares[i];
      long kilobytes = (long) (host.memoryBytes() / 1024.0 * held / 100);
      out.append(
          byCpu
              ? String.format(
                  Locale.ROOT,
                  "%7d %7d %4.1f %4.1f %11s %s%n",
                  ids[i],
                  1,
                  busy,
                  held,
                  "0" + (i + 1) + ":12:0" + i,
                  names[i])
              : String.format(
                  Locale.ROOT,
                  "%7d %4.1f %4.1f %8d %s%n",
                  ids[i],
                  busy,
                  held,
                  kilobytes,
                  names[i]));
    }
    return out.toString();
  }

  String disk() {
    return file("Size", "Use%", human(host.diskBytes()), disk)
        + file("Inodes", "IUse%", "6553600", disk / 4)
        + "14G\t/var\n9.2G\t/var/lib\n2.1G\t/var/log\n1.4G\t/var/cache\n";
  }

  private String file(String size, String use, String total, double percent) {
    String used =
        total.matches("\\d+")
            ? Long.toString((long) (Long.parseLong(total) * percent / 100))
            : human((long) (host.diskBytes() * percent / 100));
    String left =
        total.matches("\\d+")
            ? Long.toString((long) (Long.parseLong(total) * (1 - percent / 100)))
            : human((long) (host.diskBytes() * (1 - percent / 100)));
    return String.format(
        Locale.ROOT,
        "Filesystem %10s %10s %10s %5s Mounted on%n/dev/sda1  %10s %10s %10s %4d%% /%n",
        size,
        "Used",
        "Avail",
        use,
        total,
        used,
        left,
        (int) Math.ceil(percent));
  }

  String room() {
    return file("Size", "Use%", human(host.diskBytes()), disk) + memory() + figures.loadAverage();
  }

  String docker(boolean pruned) {
    return "TYPE            TOTAL     ACTIVE    SIZE      RECLAIMABLE\n"
        + "Images          14        2         6.204GB   5.11GB (82%)\n"
        + "Containers      2         2         0B        0B\n"
        + "Local Volumes   3         2         1.031GB   112MB (10%)\n"
        + (pruned
            ? "Build Cache     0         0         0B        0B\n"
            : "Build Cache     61        0         3.412GB   3.412GB\n");
  }

  String oldLogs(String folder, boolean sizes) {
    StringBuilder out = new StringBuilder();
    for (int day = 3; day < 9; day++) {
      String path = folder + "/Worker_202601" + "0" + day + "-031200-utc.log";
      out.append(sizes ? (9_412_004 - day * 310_233) + " bytes  " : "").append(path).append('\n');
    }
    return out.toString();
  }

  String keys() {
    return "authorized_keys  changed 2025-11-02  mode 600\n"
        + "deploy_ed25519  changed 2025-11-02  mode 600\n"
        + "known_hosts  changed 2026-01-19  mode 644\n";
  }

  String registration() {
    return ".credentials  changed 2025-11-02  mode 600\n"
        + ".credentials_rsaparams  changed 2025-11-02  mode 600\n"
        + ".runner  changed 2025-11-02  mode 644\n";
  }

  /** As {@code -h} writes it. */
  private static String human(long bytes) {
    double value = bytes / 1024.0;
    int unit = 0;
    while (value >= 1024 && unit < TIB.length() - 1) {
      value /= 1024;
      unit++;
    }
    return String.format(Locale.ROOT, value < 10 ? "%.1f%s" : "%.0f%s", value, TIB.charAt(unit));
  }
}
