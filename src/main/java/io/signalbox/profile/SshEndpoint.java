package io.signalbox.profile;

import org.jspecify.annotations.Nullable;

/**
 * Where to connect to. {@code host} is what is handed to OpenSSH's configuration (an alias or an
 * address); the others override it where given.
 */
public record SshEndpoint(
    String host, @Nullable Integer port, @Nullable String user, @Nullable String jump) {}
