package io.signalbox.profile;

import java.net.URI;

/** Where logs are asked for: a Loki, without credentials of its own. */
public record LokiSource(URI url) {}
