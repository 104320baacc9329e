package io.signalbox.runbook;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** SHA-256 over what a step would do: every part with its length before it. */
final class StepHash {
  private StepHash() {}

  static String of(StepKind kind, String script, List<String> targets, Declared declared) {
    MessageDigest digest;
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
    add(digest, "signalbox-step-1");
    add(digest, kind.word());
    add(digest, script);
    add(digest, Integer.toString(targets.size()));
    targets.forEach(target -> add(digest, target));
    Verify verify = declared.verify();
    add(digest, verify == null ? "" : verify.written());
    add(digest, String.valueOf(declared.timeout()));
    add(digest, String.valueOf(declared.danger()));
    add(digest, declared.needs().toString());
    return HexFormat.of().formatHex(digest.digest());
  }

  private static void add(MessageDigest digest, String part) {
    byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
    digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
    digest.update(bytes);
  }
}
