package io.signalbox.profile;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** GitHub's REST API and what to read there; repositories are {@code owner/name}. */
public record GithubSource(
    URI api,
    Duration every,
    List<String> repositories,
    List<String> organizations,
    @Nullable TokenRef token,
    @Nullable Path ca) {}
