package io.signalbox.model;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A target Prometheus scrapes.
 *
 * @param up null where Prometheus itself says unknown
 * @param lastScrape null where it was never scraped
 * @param interval the scrape interval Prometheus reports
 */
public record ScrapeTarget(
    String job,
    String instance,
    Map<String, String> labels,
    @Nullable Boolean up,
    @Nullable Instant lastScrape,
    Duration interval,
    String lastError) {}
