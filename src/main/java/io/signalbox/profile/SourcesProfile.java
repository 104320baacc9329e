package io.signalbox.profile;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where to look; each list may be empty, {@code github} and {@code loki} are null where they are
 * not asked.
 */
public record SourcesProfile(
    List<HttpSource> prometheus,
    List<HttpSource> alertmanager,
    @Nullable GithubSource github,
    List<ExporterSource> exporters,
    @Nullable LokiSource loki) {
  /** Without a Loki. */
  public SourcesProfile(
      List<HttpSource> prometheus,
      List<HttpSource> alertmanager,
      @Nullable GithubSource github,
      List<ExporterSource> exporters) {
    this(prometheus, alertmanager, github, exporters, null);
  }
}
