package io.signalbox.secret;

import io.signalbox.profile.TokenRef;
import io.signalbox.snapshot.SourceException;
import org.jspecify.annotations.Nullable;

/**
 * A source's token: fetched when it is first needed, kept in memory, and fetched again after it was
 * refused. Safe on every thread; fetching blocks.
 */
public final class LazyToken {
  private final Tokens tokens;
  private final @Nullable TokenRef ref;
  private @Nullable Secret known;

  /** A token kept at {@code ref}; null means that none is sent. */
  public LazyToken(Tokens tokens, @Nullable TokenRef ref) {
    this.tokens = tokens;
    this.ref = ref;
  }

  /** The token, null where none is configured. */
  public synchronized @Nullable Secret get() throws SourceException, InterruptedException {
    if (known == null && ref != null) {
      known = tokens.resolve(ref);
    }
    return known;
  }

  /** Drops it, because the server refused it: the next use fetches it again. */
  public synchronized void forget() {
    known = null;
  }

  /** Where it is kept, in words: fit for messages. */
  public String place() {
    return ref == null ? "no token (the profile names none)" : Tokens.place(ref);
  }
}
