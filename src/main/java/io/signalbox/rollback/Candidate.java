package io.signalbox.rollback;

import java.util.List;

/**
 * A version that could be gone back to; none is preselected.
 *
 * @param sources where it comes from: {@code state file}, {@code artifact}, {@code deployment …}
 */
public record Candidate(String version, List<String> sources) {
  /** Copies the list. */
  public Candidate {
    sources = List.copyOf(sources);
  }
}
