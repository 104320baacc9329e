package io.signalbox.remote;

import java.util.List;

/**
 * Where a host of the profile is reached, as OpenSSH's configuration resolves it.
 *
 * @param host the machine's name in the profile
 * @param user who logs in
 * @param machine name or address that is connected to
 * @param via the jump hosts in order, empty for a direct connection
 */
public record RemoteHost(String host, String user, String machine, int port, List<String> via) {
  /** {@code user@machine:port}, with {@code via …} where there are jump hosts. */
  public String address() {
    String there = user + "@" + machine + ":" + port;
    return via.isEmpty() ? there : there + " via " + String.join(", ", via);
  }

  /** True when no {@code sudo} is needed. */
  public boolean root() {
    return user.equals("root");
  }
}
