package io.signalbox.remote.ssh;

import io.signalbox.remote.RemoteException;
import io.signalbox.text.SafeText;

/**
 * What may be a host or user name, by OpenSSH's own predicates ({@code valid_hostname} and {@code
 * valid_ruser} of ssh.c and readconf.c, added against CVE-2023-51385). Asked before any process is
 * built.
 */
final class SshNames {
  private static final String FORBIDDEN_IN_HOST = "'`\"$\\;&<>|(){},";
  private static final String FORBIDDEN_IN_USER = "'`\";&<>|(){}";
  private static final int MAX = 255;

  private SshNames() {}

  static boolean validHost(String host) {
    return !host.isEmpty()
        && host.length() <= MAX
        && !host.startsWith("-")
        && host.chars().allMatch(c -> c > 0x20 && c < 0x7f && FORBIDDEN_IN_HOST.indexOf(c) < 0);
  }

  static boolean validUser(String user) {
    return !user.isEmpty()
        && user.length() <= MAX
        && !user.startsWith("-")
        && !user.endsWith("\\")
        && !user.contains(" -")
        && user.chars().allMatch(c -> c >= 0x20 && c < 0x7f && FORBIDDEN_IN_USER.indexOf(c) < 0);
  }

  static void checkHost(String host) throws RemoteException {
    check(validHost(host), "host", host);
  }

  static void checkUser(String user) throws RemoteException {
    check(validUser(user), "user", user);
  }

  static void checkPort(int port) throws RemoteException {
    check(port > 0 && port < 65536, "port", Integer.toString(port));
  }

  private static void check(boolean valid, String what, String value) throws RemoteException {
    if (!valid) {
      throw new RemoteException(
          RemoteException.Kind.CONFIGURATION,
          "\""
              + SafeText.line(value)
              + "\" is not a possible SSH "
              + what
              + "; nothing was started. Correct it in the profile or the SSH configuration",
          null);
    }
  }
}
