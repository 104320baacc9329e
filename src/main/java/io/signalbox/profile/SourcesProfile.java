package io.signalbox.profile;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where to look; each list may be empty, {@code github} is null where it is not asked. */
public record SourcesProfile(
    List<HttpSource> prometheus,
    List<HttpSource> alertmanager,
    @Nullable GithubSource github,
    List<ExporterSource> exporters) {}
