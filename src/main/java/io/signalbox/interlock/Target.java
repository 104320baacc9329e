package io.signalbox.interlock;

/**
 * What an action is done to, resolved.
 *
 * @param environment the environment's name
 * @param name the runner, host or candidate
 * @param host the machine's name in the profile
 * @param address user, machine and port that are really connected to, e.g. {@code
 *     ops@192.0.2.51:22}
 * @param service the unit or other thing on it that is changed, may be empty
 */
public record Target(String environment, String name, String host, String address, String service) {
  /** True when the machine itself is the target, not one runner on it. */
  public boolean wholeHost() {
    return name.equals(host);
  }

  /** The text that is typed to confirm: environment, a slash, the name. */
  public String path() {
    return environment + "/" + name;
  }
}
