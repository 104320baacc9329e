package io.signalbox.profile;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** SSH files to use instead of the user's own; null means OpenSSH's default. */
public record SshProfile(@Nullable Path config, @Nullable Path knownHosts) {}
