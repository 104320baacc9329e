package io.signalbox.remote.ssh;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.sshd.client.config.hosts.KnownHostEntry;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.PublicKeyEntryResolver;
import org.jspecify.annotations.Nullable;

/**
 * What the known hosts files say of one host: plain and hashed names, {@code [host]:port} first and
 * the bare name after it, as ssh looks them up. Read anew for each connection; written by nobody.
 */
final class KnownHosts {
  private final List<PublicKey> trusted = new ArrayList<>();
  private final List<PublicKey> revoked = new ArrayList<>();
  private final List<PublicKey> authorities = new ArrayList<>();
  private final Set<String> keyTypes = new LinkedHashSet<>();

  private KnownHosts() {}

  /** Reads the entries for this host. */
  static KnownHosts of(SshTarget target) throws IOException {
    List<KnownHostEntry> entries = new ArrayList<>();
    for (Path file : target.knownHosts()) {
      if (Files.isReadable(file)) {
        for (String line : Files.readAllLines(file)) {
          parse(line, entries);
        }
      }
    }
    KnownHosts known = new KnownHosts();
    known.take(entries, target.lookupName(), target.lookupPort());
    boolean nothing = known.trusted.isEmpty() && known.authorities.isEmpty();
    if (nothing && target.lookupPort() != 22) {
      known.take(entries, target.lookupName(), 22);
    }
    return known;
  }

  /** A line that is not understood does not make the others unreadable, as with ssh. */
  private static void parse(String line, List<KnownHostEntry> entries) {
    if (line.isBlank() || line.startsWith("#")) {
      return;
    }
    try {
      KnownHostEntry entry = KnownHostEntry.parseKnownHostEntry(line);
      if (entry != null && entry.getKeyEntry() != null) {
        entries.add(entry);
      }
    } catch (RuntimeException e) {
      // not a known_hosts line; it vouches for nobody
    }
  }

  private void take(List<KnownHostEntry> entries, String name, int port) {
    for (KnownHostEntry entry : entries) {
      String marker = entry.getMarker() == null ? "" : entry.getMarker();
      if (!entry.isHostMatch(name, port)) {
        continue;
      }
      PublicKey key = key(entry);
      if (key != null && marker.equals("revoked")) {
        revoked.add(key);
      } else if (key != null && marker.equals("cert-authority")) {
        authorities.add(key);
      } else if (key != null && marker.isEmpty()) {
        trusted.add(key);
        keyTypes.add(entry.getKeyEntry().getKeyType());
      }
    }
  }

  private static @Nullable PublicKey key(KnownHostEntry entry) {
    try {
      return entry.getKeyEntry().resolvePublicKey(null, PublicKeyEntryResolver.IGNORING);
    } catch (IOException | GeneralSecurityException | RuntimeException e) {
      return null;
    }
  }

  /** The types of the keys on file, in the file's order. */
  Set<String> keyTypes() {
    return keyTypes;
  }

  /** The keys on file. */
  List<PublicKey> trusted() {
    return trusted;
  }

  /** True when this key is on file for the host and not revoked. */
  boolean vouchesFor(PublicKey key) {
    return holds(trusted, key) && !holds(revoked, key);
  }

  /** True when authorities are on file whose certificates stand for the host. */
  boolean hasAuthorities() {
    return !authorities.isEmpty();
  }

  /** True when this key may certify the host's keys, and is not revoked. */
  boolean certifies(PublicKey authority) {
    return holds(authorities, authority) && !holds(revoked, authority);
  }

  /** True when this key is marked as revoked for the host. */
  boolean revokes(PublicKey key) {
    return holds(revoked, key);
  }

  private static boolean holds(List<PublicKey> keys, PublicKey key) {
    return keys.stream().anyMatch(known -> KeyUtils.compareKeys(known, key));
  }
}
