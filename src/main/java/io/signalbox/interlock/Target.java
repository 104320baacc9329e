package io.signalbox.interlock;

/**
 * What an action is done to, resolved.
 *
 * @param environment the environment's name
 * @param name the runner, host or candidate
 * @param host the machine's name in the profile, or {@link #GITHUB}
 * @param address user, machine and port that are really connected to, e.g. {@code
 *     ops@192.0.2.51:22}
 * @param service the unit or other thing on it that is changed, may be empty
 */
public record Target(String environment, String name, String host, String address, String service) {
  /** The host's name for what is changed on GitHub alone: no machine is touched. */
  public static final String GITHUB = "github";

  private static final String REGISTERED = "github:";

  /** A runner as it is registered on GitHub; its machine may be gone. */
  public static Target onGithub(String environment, String name, String registeredAt, long id) {
    return new Target(environment, name, GITHUB, REGISTERED + registeredAt + "/" + id, "");
  }

  /** True where only the registration on GitHub is changed, and no machine. */
  public boolean onGithub() {
    return host.equals(GITHUB) && address.startsWith(REGISTERED);
  }

  /** True where this is that registration. */
  boolean isRegistration(String registeredAt, long id) {
    return onGithub() && address.equals(REGISTERED + registeredAt + "/" + id);
  }

  /** True when the machine itself is the target, not one runner on it. */
  public boolean wholeHost() {
    return name.equals(host) && !onGithub();
  }

  /** The text that is typed to confirm: environment, a slash, the name. */
  public String path() {
    return environment + "/" + name;
  }
}
