package io.signalbox.runbook;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** SHA-256 over what a step would do: every part with its length before it. */
final class StepHash {
  private StepHash() {}

  /** Language counts in: the same words are another program to another shell. */
  static String of(
      StepKind kind, String language, String script, List<String> targets, Declared declared) {
    return of("signalbox-step-2", List.of(language), kind, script, targets, declared);
  }

  /** As consoles made it before the language counted in: by it their records are known again. */
  static String before(Step step) {
    return of(
        "signalbox-step-1", List.of(), step.kind(), step.script(), step.targets(), step.declared());
  }

  private static String of(
      String version,
      List<String> first,
      StepKind kind,
      String script,
      List<String> targets,
      Declared declared) {
    MessageDigest digest;
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
    add(digest, version);
    first.forEach(one -> add(digest, one));
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
