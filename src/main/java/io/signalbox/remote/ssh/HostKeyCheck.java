package io.signalbox.remote.ssh;

import io.signalbox.remote.ChangedHostKey;
import io.signalbox.remote.OfferedHostKey;
import io.signalbox.remote.RemoteException;
import java.io.IOException;
import java.net.SocketAddress;
import java.nio.file.Path;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.sshd.client.keyverifier.ServerKeyVerifier;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.NamedFactory;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.OpenSshCertificate;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.session.Session;
import org.apache.sshd.common.signature.Signature;
import org.jspecify.annotations.Nullable;

/**
 * Strict host key checking of one connection: an unknown or a changed key ends it during the key
 * exchange, before any name, key or command is sent. Nothing is ever added to known hosts.
 */
final class HostKeyCheck implements ServerKeyVerifier {
  private final SshTarget target;
  private final KnownHosts known;
  private volatile @Nullable RemoteException refusal;

  HostKeyCheck(SshTarget target) throws IOException {
    this.target = target;
    this.known = KnownHosts.of(target);
  }

  /** Why the key was refused, null while it was not. */
  @Nullable RemoteException refusal() {
    return refusal;
  }

  @Override
  public boolean verifyServerKey(ClientSession session, SocketAddress remote, PublicKey key) {
    if (key instanceof OpenSshCertificate certificate) {
      return certified(certificate) || plain(certificate.getCertPubKey());
    }
    return plain(key);
  }

  /**
   * A certificate of an authority on file (@cert-authority) that names this host. Its signature,
   * kind, time and critical options are checked by the key exchange.
   */
  private boolean certified(OpenSshCertificate certificate) {
    return certificate.getType() == OpenSshCertificate.Type.HOST
        && known.certifies(certificate.getCaPubKey())
        && !known.revokes(certificate.getCertPubKey())
        && certificate.getPrincipals().stream().anyMatch(this::names);
  }

  private boolean names(String principal) {
    String pattern = Pattern.quote(principal).replace("*", "\\E.*\\Q").replace("?", "\\E.\\Q");
    return Pattern.compile(pattern, Pattern.CASE_INSENSITIVE)
        .matcher(target.lookupName())
        .matches();
  }

  private boolean plain(PublicKey key) {
    if (known.vouchesFor(key)) {
      return true;
    }
    if (known.revokes(key)) {
      refusal = revoked(key);
      return false;
    }
    refusal = known.trusted().isEmpty() ? unknown(key) : changed(key);
    return false;
  }

  /**
   * Asks for a key type that is on file first: a server that offers several would otherwise present
   * one that is not, and be refused for it. Certificates come first where an authority is on file,
   * and are not asked for elsewhere.
   */
  void prefer(Session session) {
    Set<String> types = known.keyTypes();
    List<NamedFactory<Signature>> factories = new ArrayList<>(session.getSignatureFactories());
    boolean authorities = known.hasAuthorities();
    factories.removeIf(factory -> !authorities && certificate(factory));
    factories.sort(
        Comparator.comparing((NamedFactory<Signature> factory) -> !certificate(factory))
            .thenComparing(factory -> !types.contains(keyType(factory.getName()))));
    session.setSignatureFactories(factories);
  }

  private static boolean certificate(NamedFactory<Signature> factory) {
    return factory.getName().contains("-cert-");
  }

  /** rsa-sha2-256 and rsa-sha2-512 are signatures by keys of type ssh-rsa (RFC 8332). */
  private static String keyType(String algorithm) {
    return algorithm.startsWith("rsa-sha2-") ? "ssh-rsa" : algorithm;
  }

  private RemoteException unknown(PublicKey key) {
    return new RemoteException(
        RemoteException.Kind.HOST_KEY_UNKNOWN,
        "the host key of "
            + where()
            + " is not known: it presents "
            + print(key)
            + ". Nothing was sent. Compare this fingerprint with the one the machine's owner gives"
            + " (on it: ssh-keygen -lf /etc/ssh/ssh_host_"
            + shortType(key)
            + "_key.pub), then agree to it: signalbox host-key --profile FILE --host NAME --agree "
            + KeyUtils.getFingerPrint(key),
        null,
        offered(key));
  }

  private RemoteException revoked(PublicKey key) {
    return new RemoteException(
        RemoteException.Kind.HOST_KEY_CHANGED,
        where()
            + " presents a host key that is marked @revoked in "
            + files()
            + ": "
            + print(key)
            + ". Nothing was sent. Whoever holds that key may pose as this machine: ask its owner",
        null);
  }

  private @Nullable OfferedHostKey offered(PublicKey key) {
    if (target.knownHosts().isEmpty()) {
      return null;
    }
    return new OfferedHostKey(
        target.hostname() + ":" + target.port(),
        HostPatterns.called(target.lookupName(), target.lookupPort()),
        KeyUtils.getKeyType(key),
        KeyUtils.getFingerPrint(key),
        PublicKeyEntry.toString(key),
        target.knownHosts().getFirst(),
        target.hashKnownHosts());
  }

  private RemoteException changed(PublicKey key) {
    List<String> old = known.trusted().stream().map(HostKeyCheck::print).toList();
    return new RemoteException(
        "the host key of "
            + where()
            + " has CHANGED: known is "
            + String.join(", ", old)
            + ", presented is "
            + print(key)
            + ". Somebody may be in between, or the machine was installed anew."
            + " Nothing was sent. Ask its owner; only after that replace the entry in "
            + files()
            + " (ssh-keygen -R)",
        new ChangedHostKey(where(), old, print(key)));
  }

  private String where() {
    String alias = target.hostKeyAlias() == null ? "" : " (as " + target.hostKeyAlias() + ")";
    return target.hostname() + ":" + target.port() + alias;
  }

  private String files() {
    return target.knownHosts().stream().findFirst().map(Path::toString).orElse("known_hosts");
  }

  private static String shortType(PublicKey key) {
    String type = KeyUtils.getKeyType(key);
    return type == null ? "*" : type.replaceFirst("^(ssh-)?(ed25519|rsa|ecdsa).*", "$2");
  }

  /** The SHA-256 fingerprint of a host's own key, also where a certificate presents it. */
  static String fingerprint(PublicKey key) {
    return KeyUtils.getFingerPrint(
        key instanceof OpenSshCertificate certificate ? certificate.getCertPubKey() : key);
  }

  /** Type and SHA-256 fingerprint as OpenSSH prints them. */
  static String print(PublicKey key) {
    return KeyUtils.getKeyType(key) + " " + KeyUtils.getFingerPrint(key);
  }
}
