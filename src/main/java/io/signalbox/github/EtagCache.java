package io.signalbox.github;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Answers with their ETags, parsed. A 304 does not count against GitHub's budget. Keys hold the
 * token's fingerprint, because an ETag belongs to the token it was given to. The 1,000 answers used
 * last are kept. Safe on every thread.
 */
final class EtagCache {
  private static final int MOST = 1_000;

  /** A parsed answer and what is needed to ask for news. */
  record Kept(String etag, Fetched<?> answer) {}

  private final Map<String, Kept> entries =
      new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Kept> eldest) {
          return size() > MOST;
        }
      };

  synchronized @Nullable Kept get(String key) {
    return entries.get(key);
  }

  synchronized void put(String key, Kept entry) {
    entries.put(key, entry);
  }
}
