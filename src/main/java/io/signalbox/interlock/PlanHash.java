package io.signalbox.interlock;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;

/**
 * SHA-256 over a plan's canonical form: every text with its length before it and every list with
 * its size, so that no two different plans have the same bytes.
 */
final class PlanHash {
  private final MessageDigest digest;

  private PlanHash() {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  static String of(
      String id,
      PlanDraft draft,
      Tier tier,
      List<Precondition> rulings,
      List<RuleOverride> overrides,
      Instant expiresAt) {
    PlanHash hash = new PlanHash();
    hash.text("signalbox-plan-3").text(id).draft(draft).text(tier.name());
    hash.size(rulings.size());
    rulings.forEach(ruling -> hash.text(ruling.rule()).text(ruling.ruling().name()));
    hash.size(overrides.size());
    overrides.forEach(override -> hash.text(override.rule()).text(override.reason()));
    hash.text(expiresAt.toString());
    return HexFormat.of().formatHex(hash.digest.digest());
  }

  /** Over what would be done, whenever it is planned. */
  static String ofContent(PlanDraft draft, Tier tier) {
    PlanHash hash = new PlanHash();
    hash.text("signalbox-content-2").draft(draft).text(tier.name());
    return HexFormat.of().formatHex(hash.digest.digest());
  }

  private PlanHash draft(PlanDraft draft) {
    text(draft.verb()).text(draft.consequence()).text(draft.button());
    text(Boolean.toString(draft.mutating()));
    size(draft.targets().size());
    for (Target target : draft.targets()) {
      text(target.environment()).text(target.name()).text(target.host());
      text(target.address()).text(target.service());
    }
    size(draft.commands().size());
    for (RemoteCommand command : draft.commands()) {
      text(command.host()).size(command.argv().size());
      command.argv().forEach(this::text);
    }
    return text(draft.prediction())
        .text(draft.abort())
        .text(draft.undo())
        .text(draft.least().name());
  }

  private PlanHash text(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    size(bytes.length);
    digest.update(bytes);
    return this;
  }

  private void size(int size) {
    digest.update((size + ":").getBytes(StandardCharsets.US_ASCII));
  }
}
