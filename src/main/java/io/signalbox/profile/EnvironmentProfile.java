package io.signalbox.profile;

import java.util.List;

/**
 * The environment itself.
 *
 * @param colour red, amber, green, blue, violet or grey
 * @param protectedEnvironment counts as production in the table of tiers
 * @param readOnly actions are refused until unlocked with a reason
 * @param approvers who may be the second person; empty where the environment asks for none
 */
public record EnvironmentProfile(
    String name,
    String colour,
    boolean protectedEnvironment,
    boolean readOnly,
    List<ApproverProfile> approvers) {
  /** Copies the list. */
  public EnvironmentProfile {
    approvers = List.copyOf(approvers);
  }

  /** An environment that asks for no second person. */
  public EnvironmentProfile(
      String name, String colour, boolean protectedEnvironment, boolean readOnly) {
    this(name, colour, protectedEnvironment, readOnly, List.of());
  }
}
