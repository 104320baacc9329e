package io.signalbox.profile;

import java.net.URI;
import java.time.Duration;

/** A host's exporter, asked directly. */
public record ExporterSource(String host, URI url, Duration every) {}
