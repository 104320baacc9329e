package io.signalbox.interlock;

import io.signalbox.profile.ApproverProfile;
import io.signalbox.profile.Profile;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Whether what people gave is what the plan's tier asks for. */
final class Confirmation {
  private final SignatureCheck signatures;

  Confirmation(SignatureCheck signatures) {
    this.signatures = signatures;
  }

  /**
   * Checks one approval.
   *
   * @return what stood for the second person, in words; empty where nothing had to
   * @throws PlanRefusedException naming what is missing
   */
  String check(Plan plan, Approval approval, Profile profile) throws PlanRefusedException {
    if (!plan.draft().mutating() && plan.overrides().isEmpty()) {
      return "";
    }
    if (!approval.planHash().equals(plan.hash())) {
      throw refused("hash", "what was approved is another plan");
    }
    if (plan.tier().typed() && !approval.typed().equals(plan.confirmText())) {
      throw refused("confirm", "the text typed is not " + plan.confirmText());
    }
    if (plan.tier().typed() && approval.reason().isBlank()) {
      throw refused("confirm", "a reason is needed");
    }
    return Interlock.needsSecond(plan, profile) ? second(plan, approval, profile) : "";
  }

  private String second(Plan plan, Approval approval, Profile profile) throws PlanRefusedException {
    String environment = profile.environment().name();
    return switch (approval.second()) {
      case Second.Nobody() ->
          throw refused(
              "approval",
              "a second person has to approve this plan, or the glass be broken by typing "
                  + environment);
      case Second.BreakGlass(String typed) -> {
        if (!typed.equals(environment)) {
          throw refused("approval", "breaking the glass asks for the name " + environment);
        }
        yield "break-glass";
      }
      case Second.Signed(String signature) ->
          "approved by " + signer(plan, approval.actor(), profile, signature).name();
    };
  }

  ApproverProfile signer(Plan plan, String actor, Profile profile, String signature)
      throws PlanRefusedException {
    List<ApproverProfile> approvers = profile.environment().approvers();
    Optional<ApproverProfile> signer = signatures.signer(plan.hash(), signature, approvers);
    if (signer.isEmpty()) {
      throw refused(
          "approval",
          signatures
              .objection(plan.hash(), signature, approvers)
              .orElse("the signature is not one of the approvers' over this plan"));
    }
    if (selfApproved(signer.get(), actor, approvers)) {
      throw refused(
          "approval",
          signer.get().name() + " is who asks; nobody approves what they ask for themselves");
    }
    if (signatures.ownKey(signer.get(), signature)) {
      throw refused(
          "approval",
          signer.get().name()
              + "'s own key or GitHub token is in use on this machine, or GitHub does not say whose"
              + " it is; nobody approves what they ask for themselves: let another approver"
              + " answer");
    }
    return signer.get();
  }

  private static boolean selfApproved(
      ApproverProfile signer, String actor, List<ApproverProfile> approvers) {
    return same(signer.name(), actor)
        || approvers.stream()
            .filter(one -> same(one.name(), actor))
            .anyMatch(
                one ->
                    shared(one.key(), signer.key())
                        || shared(lower(one.github()), lower(signer.github())));
  }

  private static boolean same(String one, String other) {
    return lower(one).equals(lower(other));
  }

  private static String lower(String text) {
    return text.strip().toLowerCase(Locale.ROOT);
  }

  /** Two that have no key have no key in common. */
  private static boolean shared(String one, String other) {
    return !one.isEmpty() && one.equals(other);
  }

  private static PlanRefusedException refused(String rule, String why) {
    return new PlanRefusedException(rule, rule + ": " + why);
  }
}
