package io.signalbox.demo;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.keyprovider.KeyPairProvider;

/** One Ed25519 host key per simulated host, made when first asked for. */
final class HostKeys {
  private final Map<String, KeyPair> keys = new ConcurrentHashMap<>();

  KeyPair of(String host) {
    return keys.computeIfAbsent(host, _ -> ed25519());
  }

  void change(String host) {
    keys.put(host, ed25519());
  }

  static KeyPair ed25519() {
    try {
      return KeyUtils.generateKeyPair(KeyPairProvider.SSH_ED25519, 256);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This Java cannot make Ed25519 keys: " + e.getMessage(), e);
    }
  }
}
