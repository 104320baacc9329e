package io.signalbox.remote.ssh;

import io.signalbox.remote.RemoteException;
import java.io.IOException;
import java.security.KeyPair;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.sshd.agent.SshAgent;
import org.apache.sshd.client.auth.pubkey.PublicKeyAuthenticationReporter;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.AttributeRepository;
import org.apache.sshd.common.config.keys.KeyUtils;

/**
 * What belongs to one attempt to connect: the target, the host key check and the keys. It rides on
 * the session's connection context, where the library's callbacks find it.
 */
final class LinkAttempt implements PublicKeyAuthenticationReporter {
  static final AttributeRepository.AttributeKey<LinkAttempt> KEY =
      new AttributeRepository.AttributeKey<>();

  private final SshTarget target;
  private final HostKeyCheck hostKey;
  private final SshIdentities identities;
  private final List<String> offered = Collections.synchronizedList(new ArrayList<>());
  private final List<String> remarks = Collections.synchronizedList(new ArrayList<>());

  LinkAttempt(SshTarget target) throws IOException {
    this.target = target;
    this.hostKey = new HostKeyCheck(target);
    this.identities = SshIdentities.of(target);
  }

  SshTarget target() {
    return target;
  }

  HostKeyCheck hostKey() {
    return hostKey;
  }

  SshIdentities identities() {
    return identities;
  }

  /** The agent as this target may use it; one that cannot be reached is a remark. */
  SshAgent agent() throws IOException {
    try {
      return new AgentLine(target.agentSocket(), identities::names, target.identitiesOnly());
    } catch (IOException e) {
      remarks.add("SSH agent at " + target.agentSocket() + " (not reachable)");
      return new AgentLine(null, identities::names, true);
    }
  }

  @Override
  public void signalAuthenticationAttempt(
      ClientSession session, String service, KeyPair identity, String signature) {
    offered.add(
        KeyUtils.getKeyType(identity.getPublic())
            + " "
            + KeyUtils.getFingerPrint(identity.getPublic()));
  }

  private static boolean tooMany(Throwable cause) {
    return String.valueOf(cause.getMessage()).contains("Too many authentication failures");
  }

  /** Why logging in failed, with everything that was tried. */
  RemoteException refused(Throwable cause) {
    List<String> skipped = new ArrayList<>(identities.skipped());
    skipped.addAll(remarks);
    String tried =
        offered.isEmpty()
            ? "no key was offered (no readable key file and no agent key fits)"
            : "offered " + String.join(", ", offered.stream().distinct().toList());
    return new RemoteException(
        RemoteException.Kind.AUTHENTICATION,
        target.address()
            + " refused the login: "
            + tried
            + (tooMany(cause)
                ? "; the host counts refused keys and stopped at MaxAuthTries: set IdentitiesOnly"
                    + " yes and name the one right key"
                : "")
            + (skipped.isEmpty() ? "" : "; not used: " + String.join(", ", skipped))
            + ". Add one of these keys to "
            + target.user()
            + "'s authorized_keys there, or name"
            + " the right key with IdentityFile",
        cause);
  }
}
