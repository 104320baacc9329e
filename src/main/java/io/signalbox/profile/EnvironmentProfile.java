package io.signalbox.profile;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The environment itself.
 *
 * @param colour red, amber, green, blue, violet or grey
 * @param protectedEnvironment counts as production in the table of tiers
 * @param readOnly actions are refused until unlocked with a reason
 * @param approvers who may be the second person; empty where the environment asks for none
 * @param review where they may say yes on GitHub; null where they only sign
 */
public record EnvironmentProfile(
    String name,
    String colour,
    boolean protectedEnvironment,
    boolean readOnly,
    List<ApproverProfile> approvers,
    @Nullable ReviewProfile review) {
  /** Copies the list. */
  public EnvironmentProfile {
    approvers = List.copyOf(approvers);
  }

  /** An environment whose second person signs. */
  public EnvironmentProfile(
      String name,
      String colour,
      boolean protectedEnvironment,
      boolean readOnly,
      List<ApproverProfile> approvers) {
    this(name, colour, protectedEnvironment, readOnly, approvers, null);
  }

  /** An environment that asks for no second person. */
  public EnvironmentProfile(
      String name, String colour, boolean protectedEnvironment, boolean readOnly) {
    this(name, colour, protectedEnvironment, readOnly, List.of());
  }
}
