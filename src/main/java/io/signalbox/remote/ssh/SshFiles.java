package io.signalbox.remote.ssh;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Files the adapter may read.
 *
 * @param config the configuration to use alone, null for OpenSSH's own two
 * @param knownHosts the known hosts to use alone, null for those the configuration names
 * @param home what a leading tilde stands for
 * @param agentSocket socket of the running agent, null where there is none
 */
public record SshFiles(
    @Nullable Path config, @Nullable Path knownHosts, Path home, @Nullable Path agentSocket) {}
