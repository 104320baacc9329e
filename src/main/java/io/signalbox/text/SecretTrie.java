package io.signalbox.text;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Finds many words at once in one pass (Aho and Corasick, 1975), upper and lower case alike. A word
 * is either hidden where it is found, or only reported by its bit. The states near the root, where
 * everyday text stays, have full rows; the others lists. Immutable, safe on every thread.
 */
final class SecretTrie {
  private final short[] classes = new short[Character.MAX_VALUE + 1];
  private final int classCount;
  private final int denseStates;
  private final int[] rows;
  private final int[] fail;
  private final int[] firstChild;
  private final int[] sibling;
  private final short[] label;
  private final int[] depth;
  private final int[] longest;
  private final int[] bits;

  private static final class Node {
    private final Map<Short, Node> children = new TreeMap<>();
    private int number;
    private int depth;
    private boolean word;
    private int bits;
  }

  /**
   * Over these words.
   *
   * @param hidden words to be hidden
   * @param reported words with the bit that tells of them
   */
  SecretTrie(Iterable<String> hidden, Map<String, Integer> reported) {
    Node root = new Node();
    short known = 1;
    for (String word : hidden) {
      known = insert(root, word, known).word(known);
    }
    for (Map.Entry<String, Integer> word : reported.entrySet()) {
      known = insert(root, word.getKey(), known).bits(known, word.getValue());
    }
    classCount = known;
    List<Node> nodes = breadthFirst(root);
    denseStates = (int) nodes.stream().filter(node -> node.depth <= 1).count();
    int size = nodes.size();
    rows = new int[denseStates * classCount];
    fail = new int[size];
    firstChild = new int[size];
    sibling = new int[size];
    label = new short[size];
    depth = new int[size];
    longest = new int[size];
    bits = new int[size];
    nodes.forEach(this::link);
  }

  private record Inserted(Node end, short known) {
    short word(short before) {
      end.word = true;
      return (short) Math.max(before, known);
    }

    short bits(short before, int bit) {
      end.bits |= bit;
      return (short) Math.max(before, known);
    }
  }

  private Inserted insert(Node root, String word, short before) {
    short known = before;
    Node at = root;
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      if (classes[c] == 0) {
        for (char form : new char[] {c, Character.toLowerCase(c), Character.toUpperCase(c)}) {
          classes[form] = known;
        }
        known++;
      }
      Node parent = at;
      at = parent.children.computeIfAbsent(classes[c], _ -> new Node());
      at.depth = parent.depth + 1;
    }
    return new Inserted(at, known);
  }

  private static List<Node> breadthFirst(Node root) {
    List<Node> nodes = new ArrayList<>();
    Deque<Node> queue = new ArrayDeque<>(List.of(root));
    while (!queue.isEmpty()) {
      Node node = queue.remove();
      node.number = nodes.size();
      nodes.add(node);
      queue.addAll(node.children.values());
    }
    return nodes;
  }

  /** Links a node to its children; parents come before, so that their way back is known. */
  private void link(Node node) {
    int s = node.number;
    depth[s] = node.depth;
    longest[s] = node.word ? node.depth : longest[fail[s]];
    bits[s] = node.bits | bits[fail[s]];
    if (node.depth == 1) {
      System.arraycopy(rows, 0, rows, s * classCount, classCount);
    }
    for (Map.Entry<Short, Node> entry : node.children.entrySet()) {
      int child = entry.getValue().number;
      short c = entry.getKey();
      label[child] = c;
      sibling[child] = firstChild[s];
      firstChild[s] = child;
      fail[child] = s == 0 ? 0 : step(fail[s], c);
      if (node.depth <= 1) {
        rows[s * classCount + c] = child;
      }
    }
  }

  private int step(int from, short c) {
    int s = from;
    while (s >= denseStates) {
      for (int child = firstChild[s]; child != 0; child = sibling[child]) {
        if (label[child] == c) {
          return child;
        }
      }
      s = fail[s];
    }
    return rows[s * classCount + c];
  }

  /**
   * Looks through a text.
   *
   * @param found takes where hidden words stand
   * @return the bits of the reported words
   */
  int scan(String text, Ranges found) {
    int seen = 0;
    int s = 0;
    for (int i = 0; i < text.length(); i++) {
      short c = classes[text.charAt(i)];
      s = s < denseStates ? rows[s * classCount + c] : step(s, c);
      if (longest[s] > 0) {
        found.add(i + 1 - longest[s], i + 1);
      }
      seen |= bits[s];
    }
    return seen;
  }

  /** How many characters at a text's end may be the beginning of a hidden word. */
  int begunAtEnd(String text) {
    int s = 0;
    for (int i = 0; i < text.length(); i++) {
      s = step(s, classes[text.charAt(i)]);
    }
    return depth[s];
  }
}
