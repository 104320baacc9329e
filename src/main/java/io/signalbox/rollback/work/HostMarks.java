package io.signalbox.rollback.work;

import io.signalbox.remote.durable.PlaybookAnswer;
import io.signalbox.remote.durable.PlaybookAnswer.Part;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Locks and markers of the playbooks on the hosts that they work on.
 *
 * @param found those that are there
 * @param silent hosts that were asked and said nothing
 * @param unchecked where they were not looked for, in words; empty where they were everywhere
 * @param whole the hosts were asked at all
 */
record HostMarks(List<Mark> found, List<String> silent, String unchecked, boolean whole) {
  /** For who asks the control host alone. */
  static final HostMarks NOT_ASKED =
      new HostMarks(List.of(), List.of(), "markers on the hosts were not looked for", false);

  /**
   * One of them.
   *
   * @param text its first line
   */
  record Mark(String host, String path, String text) {}

  /** Copies the lists. */
  HostMarks {
    found = List.copyOf(found);
    silent = List.copyOf(silent);
  }

  /**
   * Reads what the hosts said.
   *
   * @param paths where marks would lie
   * @param reach null where no host was asked
   */
  static HostMarks of(List<String> paths, @Nullable PlaybookAnswer reach, List<String> hosts) {
    if (paths.isEmpty()) {
      return new HostMarks(
          List.of(),
          List.of(),
          "markers were not checked: rollback.stateFile and rollback.versionFiles, beside which"
              + " they would lie, are not given",
          true);
    }
    if (reach == null) {
      return NOT_ASKED;
    }
    List<String> lines = reach.part("raw").map(Part::text).orElse(List.of());
    List<String> silent = new ArrayList<>(HostLines.silent(lines, hosts).keySet());
    return new HostMarks(
        HostLines.marks(lines, paths),
        silent,
        silent.isEmpty() ? "" : "markers were not checked on " + String.join(", ", silent),
        true);
  }
}
