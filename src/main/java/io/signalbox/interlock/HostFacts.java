package io.signalbox.interlock;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What was read live from a target's machine while the plan was made.
 *
 * @param host the machine's name in the profile
 * @param hostKey fingerprint of the key that known hosts vouches for, null where none was agreed
 * @param loadState systemd's word for the unit, null where it was not read
 * @param activeState systemd's word for the unit, null where it was not read
 * @param error why something could not be read, null where all was
 */
public record HostFacts(
    String host,
    @Nullable String hostKey,
    @Nullable String loadState,
    @Nullable String activeState,
    @Nullable String error,
    Instant at) {}
