package io.signalbox.secret;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A token. It prints as {@code ***}; only {@link #reveal()} gives it away. Immutable. */
public final class Secret {
  private final String value;

  /** Wraps a token; blank or with characters that no header may carry is refused, unnamed. */
  public Secret(String value) {
    if (value.isEmpty() || !value.chars().allMatch(c -> c > 0x20 && c < 0x7f)) {
      throw new IllegalArgumentException("a token is one word of printable ASCII characters");
    }
    this.value = value;
  }

  /** The token itself, for the header that carries it and for nothing else. */
  public String reveal() {
    return value;
  }

  /** Tells tokens apart without giving anything away: for keys of caches, never for storage. */
  public String fingerprint() {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(value.getBytes(UTF_8));
      return HexFormat.of().formatHex(digest, 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Secret secret
        && MessageDigest.isEqual(secret.value.getBytes(UTF_8), value.getBytes(UTF_8));
  }

  @Override
  public int hashCode() {
    return value.hashCode();
  }

  @Override
  public String toString() {
    return "***";
  }
}
