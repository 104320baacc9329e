package io.signalbox.remote.ssh;

import java.util.Locale;

/**
 * The names of a known_hosts line that is not hashed, as OpenSSH's {@code match_hostname} reads
 * them (sshd(8), SSH_KNOWN_HOSTS FILE FORMAT): parts between commas with {@code *} and {@code ?},
 * and one behind {@code !} that matches takes the line away from that host. A host on a port other
 * than 22 goes by {@code [name]:port}, which a {@code *} matches too.
 */
final class HostPatterns {
  private HostPatterns() {}

  /** How a host is called in known_hosts. */
  static String called(String name, int port) {
    return port == 22 ? name : "[" + name + "]:" + port;
  }

  /** True where a line with these names is about this host. */
  static boolean match(String names, String host) {
    boolean found = false;
    String lower = host.toLowerCase(Locale.ROOT);
    for (String name : names.toLowerCase(Locale.ROOT).split(",", -1)) {
      boolean not = name.startsWith("!");
      if (one(not ? name.substring(1) : name, lower)) {
        if (not) {
          return false;
        }
        found = true;
      }
    }
    return found;
  }

  /** One pattern; goes back to the last star only, so that no pattern takes long. */
  private static boolean one(String pattern, String host) {
    int p = 0;
    int h = 0;
    int star = -1;
    int from = 0;
    while (h < host.length()) {
      char sign = p < pattern.length() ? pattern.charAt(p) : 0;
      if (sign == '*') {
        star = p++;
        from = h;
      } else if (sign == '?' || sign == host.charAt(h)) {
        p++;
        h++;
      } else if (star >= 0) {
        p = star + 1;
        h = ++from;
      } else {
        return false;
      }
    }
    return pattern.substring(p).chars().allMatch(rest -> rest == '*');
  }
}
