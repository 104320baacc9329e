package io.signalbox.remote;

import java.nio.file.Path;

/**
 * A host key that a machine presented and that nobody agreed to yet.
 *
 * @param hop the machine that presented it, {@code host:port}: the host itself or a jump host
 * @param name what known_hosts calls it, {@code host} or {@code [host]:port}
 * @param type such as {@code ssh-ed25519}
 * @param fingerprint {@code SHA256:…}
 * @param publicKey type and key as known_hosts holds them
 * @param file the known_hosts file in use
 * @param hashed names are hashed in it (HashKnownHosts)
 */
public record OfferedHostKey(
    String hop,
    String name,
    String type,
    String fingerprint,
    String publicKey,
    Path file,
    boolean hashed) {
  private static final int ENOUGH = 8;

  /**
   * True when what the operator got from elsewhere names this key: the whole fingerprint, or its
   * last eight characters.
   */
  public boolean agreesWith(String given) {
    String words = given.strip();
    String bare = words.startsWith("SHA256:") ? words.substring(7) : words;
    String own = fingerprint.substring("SHA256:".length());
    return bare.equals(own)
        || (bare.length() >= ENOUGH && !words.startsWith("SHA256:") && own.endsWith(bare));
  }
}
