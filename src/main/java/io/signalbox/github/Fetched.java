package io.signalbox.github;

import org.jspecify.annotations.Nullable;

/** A parsed answer and the address of its next page as GitHub wrote it, null at the end. */
record Fetched<T>(T value, @Nullable String next) {}
