package io.signalbox.profile;

/**
 * The environment itself.
 *
 * @param colour red, amber, green, blue, violet or grey
 * @param protectedEnvironment counts as production in the table of tiers
 * @param readOnly actions are refused until unlocked with a reason
 */
public record EnvironmentProfile(
    String name, String colour, boolean protectedEnvironment, boolean readOnly) {}
