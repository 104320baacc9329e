package io.signalbox.profile.read;

import io.signalbox.profile.Problem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.snakeyaml.engine.v2.nodes.Node;

/** Collects the mistakes of one file. */
final class Problems {
  private final Path file;
  private final List<Problem> found = new ArrayList<>();

  Problems(Path file) {
    this.file = file;
  }

  void add(Node at, String field, String message) {
    add(line(at), field, message);
  }

  void add(int line, String field, String message) {
    Problem problem = new Problem(file, line, field, message);
    if (!found.contains(problem)) {
      found.add(problem);
    }
  }

  /** In the order of the file. */
  List<Problem> inOrder() {
    return found.stream().sorted(Comparator.comparingInt(Problem::line)).toList();
  }

  static int line(Node node) {
    return node.getStartMark().map(mark -> mark.getLine() + 1).orElse(0);
  }
}
