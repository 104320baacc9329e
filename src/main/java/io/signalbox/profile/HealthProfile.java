package io.signalbox.profile;

import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is asked to know whether production is well, by category. */
public record HealthProfile(List<Check> checks) {
  /** Nothing is configured: every category is shown as that, never as healthy. */
  public static final HealthProfile NONE = new HealthProfile(List.of());

  /** Copies the list. */
  public HealthProfile {
    checks = List.copyOf(checks);
  }

  /**
   * One question, asked from the control host: by an address or by a command, never both.
   *
   * @param name empty where it is not given
   * @param url null where it is a command
   * @param command an argument vector, empty where it is an address
   * @param blocking whether a failure of it means that production is not well
   */
  public record Check(
      String category, String name, @Nullable URI url, List<String> command, boolean blocking) {
    /** Copies the arguments. */
    public Check {
      command = List.copyOf(command);
    }
  }
}
