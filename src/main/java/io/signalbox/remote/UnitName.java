package io.signalbox.remote;

import java.util.regex.Pattern;

/**
 * A systemd service's name, safe as an argument: never an option, never a pattern that would hit
 * several units (systemctl expands globs).
 */
public record UnitName(String value) {
  private static final Pattern SHAPE =
      Pattern.compile("[A-Za-z0-9:_.@\\\\][A-Za-z0-9:_.@\\\\-]*\\.service");
  private static final int MAX = 255;

  /**
   * Checks the shape.
   *
   * @throws IllegalArgumentException with a message fit for the operator
   */
  public UnitName {
    // a login shell may read two backslashes as one, and systemd never writes two
    boolean doubled = value.contains("\\\\");
    if (value.length() > MAX || doubled || !SHAPE.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "\""
              + value
              + "\" is not a service's name: letters, digits and : _ . @ \\ - only, no"
              + " leading dash, ending in .service; correct the runner's unit in the profile");
    }
  }
}
