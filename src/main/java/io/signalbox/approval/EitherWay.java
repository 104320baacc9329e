package io.signalbox.approval;

import io.signalbox.interlock.SignatureCheck;
import io.signalbox.profile.ApproverProfile;
import java.util.List;
import java.util.Optional;

/** A yes counts that one of several ways knows for one. */
public final class EitherWay implements SignatureCheck {
  private final List<SignatureCheck> ways;

  /** Asks them in this order. */
  public EitherWay(List<SignatureCheck> ways) {
    this.ways = List.copyOf(ways);
  }

  @Override
  public Optional<ApproverProfile> signer(
      String planHash, String signature, List<ApproverProfile> approvers) {
    return ways.stream()
        .flatMap(way -> way.signer(planHash, signature, approvers).stream())
        .findFirst();
  }

  @Override
  public Optional<String> objection(
      String planHash, String signature, List<ApproverProfile> approvers) {
    return ways.stream()
        .flatMap(way -> way.objection(planHash, signature, approvers).stream())
        .findFirst();
  }

  @Override
  public boolean ownKey(ApproverProfile approver, String signature) {
    return ways.stream().anyMatch(way -> way.ownKey(approver, signature));
  }
}
