package io.signalbox.approval;

import static org.assertj.core.api.Assertions.assertThat;

import io.signalbox.profile.ApproverProfile;
import io.signalbox.rig.RealSshd;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SshSignaturesTest {
  private static final String HASH = "ab".repeat(32);
  private static final Map<String, String> ENVIRONMENT = Map.of("PATH", System.getenv("PATH"));

  @TempDir Path folder;
  private final SshKeygen keygen = new SshKeygen(ENVIRONMENT);
  private SshSignatures signatures;

  @BeforeEach
  void start() {
    signatures = new SshSignatures(ENVIRONMENT, folder);
  }

  private ApproverProfile approver(String name, String type) throws Exception {
    RealSshd.keygen(type, folder.resolve(name));
    return new ApproverProfile(name, Files.readString(folder.resolve(name + ".pub")), "");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ed25519", "ecdsa", "rsa"})
  void aSignatureIsItsSignersAndNobodyElses(String type) throws Exception {
    ApproverProfile ben = approver("ben", type);
    ApproverProfile cas = approver("cas", "ed25519");
    String signature = keygen.sign(folder.resolve("ben"), HASH);
    assertThat(signatures.signer(HASH, signature, List.of(cas, ben))).contains(ben);
    assertThat(signatures.signer(HASH, signature, List.of(cas))).isEmpty();
    assertThat(signatures.signer("cd".repeat(32), signature, List.of(cas, ben))).isEmpty();
  }

  @Test
  void aSignatureForAnotherPurposeIsNoApproval() throws Exception {
    ApproverProfile ben = approver("ben", "ed25519");
    String other =
        keygen
            .run(
                List.of("-Y", "sign", "-n", "git", "-f", folder.resolve("ben").toString()),
                SshKeygen.message(HASH),
                20)
            .out();
    assertThat(other).contains("BEGIN SSH SIGNATURE");
    assertThat(signatures.signer(HASH, other, List.of(ben))).isEmpty();
  }

  @Test
  void rubbishAndAnApproverWithoutAKeyAreNobodys() throws Exception {
    ApproverProfile ben = approver("ben", "ed25519");
    ApproverProfile none = new ApproverProfile("dora", "", "dora");
    assertThat(signatures.signer(HASH, "rubbish", List.of(none, ben))).isEmpty();
    assertThat(signatures.signer(HASH, "", List.of(none, ben))).isEmpty();
  }

  @Test
  void theOperatorsOwnKeysAreKnownByTheirFolder() throws Exception {
    ApproverProfile ben = approver("ben", "ed25519");
    assertThat(signatures.ownKey(ben, "")).isFalse();
    Files.createDirectories(folder.resolve(".ssh"));
    Files.copy(folder.resolve("ben.pub"), folder.resolve(".ssh/id_ed25519.pub"));
    assertThat(signatures.ownKey(ben, "")).isTrue();
  }

  @Test
  void ofTwoAnswersTheFirstStands() throws Exception {
    LocalBox box = new LocalBox(folder.resolve("box"));
    assertThat(box.create("01.hash.sig", "first")).isTrue();
    assertThat(box.create("01.hash.sig", "second")).isFalse();
    assertThat(box.read("01.hash.sig")).contains("first");
    assertThat(box.read("02.hash.sig")).isEmpty();
  }
}
