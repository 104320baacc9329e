package io.signalbox.profile.read;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * A mapping that is read key by key and in the end complains of the keys nobody asked for. An empty
 * value counts as absent.
 */
final class Fields {
  private final Map<String, Node> values = new LinkedHashMap<>();
  private final Map<String, Node> keys = new LinkedHashMap<>();
  private final Set<String> asked = new HashSet<>();
  private final MappingNode node;
  private final String path;
  private final Problems problems;

  Fields(MappingNode node, String path, Problems problems) {
    this.node = node;
    this.path = path;
    this.problems = problems;
    node.getValue()
        .forEach(
            pair -> {
              String key = pair.getKeyNode() instanceof ScalarNode k ? k.getValue() : "?";
              if (keys.putIfAbsent(key, pair.getKeyNode()) != null) {
                problems.add(
                    pair.getKeyNode(),
                    field(key),
                    "stands here a second time; the first one counts, remove one of the two");
              } else if (!pair.getValueNode().getTag().equals(Tag.NULL)) {
                values.put(key, pair.getValueNode());
              }
            });
  }

  /** The value of a key, null where it is absent or empty. */
  @Nullable Node get(String key) {
    asked.add(key);
    return values.get(key);
  }

  /** Every key with its value, for mappings whose keys are the user's own. */
  Map<String, Node> all() {
    asked.addAll(keys.keySet());
    return values;
  }

  /** The dotted path of a key. */
  String field(String key) {
    return path.isEmpty() ? key : path + "." + key;
  }

  String path() {
    return path;
  }

  MappingNode node() {
    return node;
  }

  Problems problems() {
    return problems;
  }

  /** Says that a needed key is missing. */
  void missing(String key, String whatWouldBeRight) {
    problems.add(node, field(key), "is missing; " + whatWouldBeRight);
  }

  /** Complains of every key that was not asked for, and names the nearest known one. */
  void noOthers() {
    keys.forEach(
        (key, keyNode) -> {
          if (!asked.contains(key) && !SecretScan.looksSecret(key)) {
            problems.add(keyNode, field(key), "is not a known key" + NearestName.hint(key, asked));
          }
        });
  }
}
