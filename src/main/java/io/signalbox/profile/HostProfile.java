package io.signalbox.profile;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A machine and the names it goes by.
 *
 * @param hostname what its exporter calls it
 * @param instances its scrape instances
 * @param ssh how it is reached, null where no step can be run on it
 * @param locked no change by anyone, whatever they confirm
 */
public record HostProfile(
    String name,
    String hostname,
    List<String> instances,
    @Nullable SshEndpoint ssh,
    boolean locked) {}
