package io.signalbox.remote.durable;

import java.nio.charset.StandardCharsets;

/**
 * Where runs of one environment live on one host.
 *
 * @param directory absolute, or empty for {@code .signalbox} in the home folder there
 * @param lockName the environment's name as a file's
 */
record RunPlace(String host, String directory, String lockName) {
  static RunPlace of(String host, String directory, String environment) {
    return new RunPlace(host, directory, fileName(environment));
  }

  /** Every byte that could mean something in a path is written in hex; no two names meet. */
  private static String fileName(String environment) {
    StringBuilder name = new StringBuilder("env-");
    for (byte one : environment.getBytes(StandardCharsets.UTF_8)) {
      boolean plain =
          (one >= 'a' && one <= 'z')
              || (one >= 'A' && one <= 'Z')
              || (one >= '0' && one <= '9')
              || one == '-'
              || one == '_';
      name.append(plain ? Character.toString(one) : "%%%02x".formatted(one & 0xff));
    }
    return name.toString();
  }
}
