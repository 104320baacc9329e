package io.signalbox.profile;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A Prometheus or an Alertmanager.
 *
 * @param bearer where its bearer token is, null for none
 * @param ca extra certificate authorities as PEM, null for the system's own alone
 */
public record HttpSource(
    String name, URI url, Duration every, @Nullable TokenRef bearer, @Nullable Path ca) {}
