package io.signalbox.remote.ssh;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.security.auth.login.FailedLoginException;
import org.apache.sshd.common.config.keys.AuthorizedKeyEntry;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.OpenSshCertificate;
import org.apache.sshd.common.config.keys.PublicKeyEntryResolver;
import org.apache.sshd.common.util.io.resource.PathResource;
import org.apache.sshd.common.util.security.SecurityUtils;
import org.jspecify.annotations.Nullable;

/**
 * The keys of one connection: files the configuration names, as ssh would read them, and what was
 * skipped and why. Held for the time of logging in only.
 */
final class SshIdentities {
  private static final Set<PosixFilePermission> OPEN_TO_OTHERS =
      Set.of(
          PosixFilePermission.GROUP_READ,
          PosixFilePermission.GROUP_WRITE,
          PosixFilePermission.OTHERS_READ,
          PosixFilePermission.OTHERS_WRITE);

  private final List<KeyPair> pairs = new ArrayList<>();
  private final List<PublicKey> named = new ArrayList<>();
  private final List<String> skipped = new ArrayList<>();

  private SshIdentities() {}

  /** Reads the files of a target; a file that cannot be used is a remark, not a failure. */
  static SshIdentities of(SshTarget target) {
    SshIdentities identities = new SshIdentities();
    List<OpenSshCertificate> certificates = new ArrayList<>();
    target.certificateFiles().forEach(file -> identities.certificate(file, certificates));
    for (Path file : target.identityFiles()) {
      Path beside = Path.of(file + "-cert.pub");
      if (Files.exists(beside)) {
        identities.certificate(beside, certificates);
      }
      identities.identity(file, certificates);
    }
    return identities;
  }

  private void identity(Path file, List<OpenSshCertificate> certificates) {
    PublicKey beside = publicKey(Path.of(file + ".pub"));
    if (beside != null) {
      named.add(beside);
    }
    if (!Files.exists(file)) {
      if (!file.getFileName().toString().startsWith("id_")) {
        skipped.add(file + " (no such file)");
      }
      return;
    }
    PublicKey alone = publicKey(file);
    if (alone != null) {
      named.add(alone);
      return;
    }
    try {
      if (openToOthers(file)) {
        skipped.add(file + " (open to other users; chmod 600 it)");
        return;
      }
      load(file, certificates);
    } catch (FailedLoginException e) {
      skipped.add(file + " (has a passphrase; load it into the agent with ssh-add)");
    } catch (IOException | GeneralSecurityException | RuntimeException e) {
      skipped.add(file + " (not readable as a private key)");
    }
  }

  private static boolean openToOthers(Path file) throws IOException {
    return file.getFileSystem().supportedFileAttributeViews().contains("posix")
        && Files.getPosixFilePermissions(file).stream().anyMatch(OPEN_TO_OTHERS::contains);
  }

  private void load(Path file, List<OpenSshCertificate> certificates)
      throws IOException, GeneralSecurityException {
    try (InputStream in = Files.newInputStream(file)) {
      Iterable<KeyPair> loaded =
          SecurityUtils.loadKeyPairIdentities(null, new PathResource(file), in, null);
      if (loaded == null) {
        skipped.add(file + " (not a private key)");
        return;
      }
      for (KeyPair pair : loaded) {
        certificates.stream()
            .filter(cert -> KeyUtils.compareKeys(cert.getCertPubKey(), pair.getPublic()))
            .forEach(cert -> pairs.add(new KeyPair(cert, pair.getPrivate())));
        pairs.add(pair);
        named.add(pair.getPublic());
      }
    }
  }

  private void certificate(Path file, List<OpenSshCertificate> certificates) {
    if (publicKey(file) instanceof OpenSshCertificate certificate) {
      certificates.add(certificate);
      named.add(certificate);
    } else {
      skipped.add(file + " (not readable as a certificate)");
    }
  }

  private static @Nullable PublicKey publicKey(Path file) {
    try {
      for (String line : Files.readString(file).lines().toList()) {
        if (!line.isBlank() && !line.startsWith("#") && !line.startsWith("-----")) {
          AuthorizedKeyEntry entry = AuthorizedKeyEntry.parseAuthorizedKeyEntry(line);
          return entry == null
              ? null
              : entry.resolvePublicKey(null, PublicKeyEntryResolver.IGNORING);
        }
        if (line.startsWith("-----")) {
          return null;
        }
      }
    } catch (IOException | GeneralSecurityException | RuntimeException e) {
      return null;
    }
    return null;
  }

  /** Key pairs to offer, a certificate before its bare key. */
  List<KeyPair> pairs() {
    return pairs;
  }

  /** True for a key that the configuration names, wherever its private half is. */
  boolean names(PublicKey key) {
    return named.stream().anyMatch(known -> KeyUtils.compareKeys(known, key));
  }

  /** Files that were not used, each with the reason. */
  List<String> skipped() {
    return skipped;
  }
}
