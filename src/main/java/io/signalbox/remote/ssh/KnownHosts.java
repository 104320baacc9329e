package io.signalbox.remote.ssh;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.sshd.client.config.hosts.KnownHostHashValue;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.config.keys.PublicKeyEntryResolver;
import org.jspecify.annotations.Nullable;

/**
 * What the known hosts files say of one host: plain and hashed names, {@code [host]:port} first and
 * the bare name after it, as ssh looks them up. Read anew for each connection; written by nobody.
 */
final class KnownHosts {
  private static final String HASHED = "|";

  private final List<PublicKey> trusted = new ArrayList<>();
  private final List<PublicKey> revoked = new ArrayList<>();
  private final List<PublicKey> authorities = new ArrayList<>();
  private final Set<String> keyTypes = new LinkedHashSet<>();

  private KnownHosts() {}

  /** Reads the entries for this host. */
  static KnownHosts of(SshTarget target) throws IOException {
    List<Line> entries = new ArrayList<>();
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

  /** A line: {@code [@marker] names keytype base64-key [comment]}. */
  private record Line(String marker, String names, PublicKeyEntry key) {
    boolean isAbout(String name, int port) {
      if (!names.startsWith(HASHED)) {
        return HostPatterns.match(names, HostPatterns.called(name, port));
      }
      return KnownHostHashValue.parse(names).isHostMatch(name, port);
    }
  }

  /** A line that is not understood does not make the others unreadable, as with ssh. */
  private static void parse(String line, List<Line> entries) {
    if (line.isBlank() || line.startsWith("#")) {
      return;
    }
    String[] words = line.strip().split("\\s+");
    int names = words[0].startsWith("@") ? 1 : 0;
    if (words.length < names + 3) {
      return;
    }
    try {
      String marker = names == 0 ? "" : words[0].substring(1);
      PublicKeyEntry key =
          PublicKeyEntry.parsePublicKeyEntry(words[names + 1] + " " + words[names + 2]);
      Line read = new Line(marker, words[names], key);
      boolean _ = read.isAbout("", 0); // a hash that cannot be read is told here
      entries.add(read);
    } catch (RuntimeException e) {
      // not a known_hosts line; it vouches for nobody
    }
  }

  private void take(List<Line> entries, String name, int port) {
    for (Line line : entries) {
      PublicKey key = line.isAbout(name, port) ? key(line.key()) : null;
      if (key == null) {
        continue;
      }
      switch (line.marker()) {
        case "revoked" -> revoked.add(key);
        case "cert-authority" -> authorities.add(key);
        case "" -> {
          trusted.add(key);
          keyTypes.add(line.key().getKeyType());
        }
        default -> {} // a marker that ssh does not know either
      }
    }
  }

  private static @Nullable PublicKey key(PublicKeyEntry entry) {
    try {
      return entry.resolvePublicKey(null, Map.of(), PublicKeyEntryResolver.IGNORING);
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
