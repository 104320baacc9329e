package io.signalbox.interlock;

import io.signalbox.profile.ApproverProfile;
import java.util.List;
import java.util.Optional;

/** Whose signature it is. Implemented by the room that may run {@code ssh-keygen}; blocks. */
public interface SignatureCheck {
  /** Knows no signature: every one is refused. */
  SignatureCheck NONE =
      new SignatureCheck() {
        @Override
        public Optional<ApproverProfile> signer(
            String planHash, String signature, List<ApproverProfile> approvers) {
          return Optional.empty();
        }

        @Override
        public boolean ownKey(ApproverProfile approver) {
          return false;
        }
      };

  /** The approver whose key signed this hash; empty where none of theirs did. */
  Optional<ApproverProfile> signer(
      String planHash, String signature, List<ApproverProfile> approvers);

  /** True when the operator who acts here holds this approver's key. */
  boolean ownKey(ApproverProfile approver);
}
