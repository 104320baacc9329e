package io.signalbox.approval;

import io.signalbox.action.ActionException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Runs {@code ssh-keygen} of this machine; a passphrase is asked by itself on the terminal. */
final class SshKeygen {
  /** What signatures are for: one made for anything else is not taken. */
  static final String NAMESPACE = "signalbox-approval";

  private static final int LONGEST = 64 * 1024;

  private final Map<String, String> environment;

  SshKeygen(Map<String, String> environment) {
    this.environment = environment;
  }

  /** How a call ended. */
  record End(int status, String out) {}

  /** What is signed for a plan. */
  static String message(String planHash) {
    return planHash + "\n";
  }

  /**
   * Runs it with this on its standard input.
   *
   * @throws ActionException where it is not installed, or did not end in time
   */
  End run(List<String> arguments, String input, int seconds)
      throws ActionException, InterruptedException {
    List<String> argv = new ArrayList<>(List.of("ssh-keygen"));
    argv.addAll(arguments);
    ProcessBuilder builder = new ProcessBuilder(argv);
    builder.environment().clear();
    builder.environment().putAll(environment);
    builder.redirectError(ProcessBuilder.Redirect.DISCARD);
    try {
      Process process = builder.start();
      try (var in = process.getOutputStream()) {
        in.write(input.getBytes(StandardCharsets.UTF_8));
      }
      // what it prints fits into a pipe, so it can be waited for first
      if (!process.waitFor(seconds, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new ActionException("ssh-keygen did not answer within " + seconds + " s");
      }
      byte[] out = process.getInputStream().readNBytes(LONGEST);
      return new End(process.exitValue(), new String(out, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new ActionException(
          "ssh-keygen could not be run (" + e.getMessage() + "); install OpenSSH's client");
    }
  }

  /** The public key of a key file, {@code TYPE BASE64}. */
  String publicKey(Path key) throws ActionException, InterruptedException {
    End end = run(List.of("-y", "-f", key.toString()), "", 120);
    String[] words = end.out().strip().split("\\s+");
    if (end.status() != 0 || words.length < 2) {
      throw new ActionException(
          "the key " + key + " could not be read; give the private key's file");
    }
    return words[0] + " " + words[1];
  }

  /** A signature over a plan's hash. */
  String sign(Path key, String planHash) throws ActionException, InterruptedException {
    End end =
        run(List.of("-Y", "sign", "-n", NAMESPACE, "-f", key.toString()), message(planHash), 120);
    if (end.status() != 0 || !end.out().contains("BEGIN SSH SIGNATURE")) {
      throw new ActionException("the key " + key + " did not sign (exit " + end.status() + ")");
    }
    return end.out();
  }
}
