package io.signalbox.action;

import java.util.List;

/**
 * What stands to be reviewed.
 *
 * @param open oldest first
 * @param unread why the list is not known, empty where it is
 */
public record Reviews(List<Review> open, String unread) {
  /** Copies the list. */
  public Reviews {
    open = List.copyOf(open);
  }
}
