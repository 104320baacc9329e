package io.signalbox.runbook;

import java.util.List;

/**
 * What a runbook says of itself above its text; each an empty text where it says nothing.
 *
 * @param lastUpdated as written, for authors write dates in many ways
 * @param related paths or titles of other runbooks
 */
public record FrontMatter(
    String title,
    String severity,
    String category,
    String owner,
    String lastUpdated,
    String estimatedTime,
    List<String> related) {
  /** A runbook that says nothing of itself. */
  public static final FrontMatter NONE = new FrontMatter("", "", "", "", "", "", List.of());

  /** Copies the list. */
  public FrontMatter {
    related = List.copyOf(related);
  }
}
