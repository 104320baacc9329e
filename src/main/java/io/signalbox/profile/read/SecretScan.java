package io.signalbox.profile.read;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** Finds what looks like a secret anywhere in a profile; its value never enters a message. */
final class SecretScan {
  private static final Pattern SECRET =
      Pattern.compile(
          "gh[pousr]_[A-Za-z0-9]{16,}|github_pat_[A-Za-z0-9_]{20,}|AKIA[0-9A-Z]{12,}"
              + "|-----BEGIN [A-Z ]*PRIVATE KEY|eyJ[A-Za-z0-9_-]{10,}\\.[A-Za-z0-9_-]{10,}\\."
              + "|(?i:bearer)\\s+[A-Za-z0-9._~+/=-]{12,}|xox[abp]-[A-Za-z0-9-]{10,}"
              + "|://[^/\\s:@]+:[^/\\s@]+@");
  static final String ADVICE =
      "a secret must not stand in a profile; name where it is kept instead: { env: NAME },"
          + " { gh: true }, { keyring: NAME } or { file: PATH } with mode 0600";

  private SecretScan() {}

  /** Records a problem for each scalar below {@code node} that looks like a secret. */
  static void scan(Node node, String path, Problems problems) {
    scan(node, path, problems, Collections.newSetFromMap(new IdentityHashMap<>()));
  }

  /** An alias may name what it is part of: each node is looked at once. */
  private static void scan(Node node, String path, Problems problems, Set<Node> seen) {
    if (!seen.add(node)) {
      return;
    }
    switch (node) {
      case MappingNode mapping ->
          mapping
              .getValue()
              .forEach(
                  pair -> {
                    String key = pair.getKeyNode() instanceof ScalarNode k ? k.getValue() : "?";
                    String below = path.isEmpty() ? key : path + "." + key;
                    if (looksSecret(key)) {
                      problems.add(pair.getKeyNode(), path.isEmpty() ? "file" : path, ADVICE);
                    } else {
                      scan(pair.getValueNode(), below, problems, seen);
                    }
                  });
      case SequenceNode list -> {
        for (int i = 0; i < list.getValue().size(); i++) {
          scan(list.getValue().get(i), path + "[" + i + "]", problems, seen);
        }
      }
      case ScalarNode scalar when looksSecret(scalar.getValue()) ->
          problems.add(scalar, path, ADVICE);
      default -> {
        // other nodes hold no text
      }
    }
  }

  static boolean looksSecret(String text) {
    return SECRET.matcher(text).find();
  }
}
