package io.signalbox.approval;

import io.signalbox.action.ActionException;
import io.signalbox.interlock.SignatureCheck;
import io.signalbox.profile.ApproverProfile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Checks signatures with {@code ssh-keygen -Y verify} against the approvers' own keys. */
public final class SshSignatures implements SignatureCheck {
  private static final Logger LOG = LoggerFactory.getLogger(SshSignatures.class);

  private final SshKeygen keygen;
  private final Path home;

  /**
   * For the operator of this process.
   *
   * @param home whose {@code .ssh/*.pub} are the operator's own keys
   */
  public SshSignatures(Map<String, String> environment, Path home) {
    this.keygen = new SshKeygen(environment);
    this.home = home;
  }

  @Override
  public Optional<ApproverProfile> signer(
      String planHash, String signature, List<ApproverProfile> approvers) {
    Path folder = null;
    try {
      folder = Files.createTempDirectory("signalbox-approval");
      Path file = Files.writeString(folder.resolve("signature"), signature);
      for (ApproverProfile approver : approvers) {
        if (!approver.key().isEmpty() && signed(folder, file, planHash, approver)) {
          return Optional.of(approver);
        }
      }
    } catch (IOException | ActionException e) {
      LOG.warn("A signature could not be checked: {}", e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      clear(folder);
    }
    return Optional.empty();
  }

  /** One key at a time under a name of our own: no name of the profile gets into the file. */
  private boolean signed(Path folder, Path signature, String planHash, ApproverProfile approver)
      throws IOException, ActionException, InterruptedException {
    Path allowed =
        Files.writeString(
            folder.resolve("allowed"),
            "approver namespaces=\"" + SshKeygen.NAMESPACE + "\" " + approver.key() + "\n");
    return keygen
            .run(
                List.of(
                    "-Y",
                    "verify",
                    "-f",
                    allowed.toString(),
                    "-I",
                    "approver",
                    "-n",
                    SshKeygen.NAMESPACE,
                    "-s",
                    signature.toString()),
                SshKeygen.message(planHash),
                10)
            .status()
        == 0;
  }

  private static void clear(@org.jspecify.annotations.Nullable Path folder) {
    if (folder == null) {
      return;
    }
    try {
      Files.deleteIfExists(folder.resolve("signature"));
      Files.deleteIfExists(folder.resolve("allowed"));
      Files.deleteIfExists(folder);
    } catch (IOException e) {
      LOG.debug("{} stays: {}", folder, e.toString());
    }
  }

  @Override
  public boolean ownKey(ApproverProfile approver, String signature) {
    return ownKeys().contains(approver.key());
  }

  private Set<String> ownKeys() {
    Set<String> keys = new HashSet<>();
    try (Stream<Path> files = Files.list(home.resolve(".ssh"))) {
      for (Path file : files.filter(one -> one.toString().endsWith(".pub")).toList()) {
        keys.add(new ApproverProfile("", Files.readString(file), "").key());
      }
    } catch (IOException e) {
      LOG.debug("No public keys of one's own: {}", e.toString());
    }
    keys.remove("");
    return keys;
  }
}
