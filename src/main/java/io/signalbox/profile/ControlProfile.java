package io.signalbox.profile;

/**
 * The host on which playbooks run and the environment's lock is kept.
 *
 * @param host its name in the profile's hosts
 * @param directory for run directories and locks, absolute; empty for {@code .signalbox} in the
 *     home folder there
 */
public record ControlProfile(String host, String directory) {}
