package io.signalbox.interlock;

import io.signalbox.profile.ApproverProfile;
import java.util.List;
import java.util.Optional;

/**
 * Whose yes it is: a signature, or a review on GitHub. Implemented by the room that may ask;
 * blocks.
 */
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
        public boolean ownKey(ApproverProfile approver, String signature) {
          return false;
        }
      };

  /** The approver who said yes to this hash; empty where none of them did. */
  Optional<ApproverProfile> signer(
      String planHash, String signature, List<ApproverProfile> approvers);

  /** Why nobody's yes is in it, where more can be said than that; asked after {@link #signer}. */
  default Optional<String> objection(
      String planHash, String signature, List<ApproverProfile> approvers) {
    return Optional.empty();
  }

  /**
   * True when the operator who acts here could have given this approver's yes: they hold the key or
   * the login behind it, or that cannot be told.
   */
  boolean ownKey(ApproverProfile approver, String signature);
}
