package io.signalbox.app;

import java.util.regex.Pattern;

/** What a run's id may look like: it becomes a folder's name on a host. */
final class RunId {
  private static final Pattern SHAPE = Pattern.compile("[0-9A-Za-z]{1,40}");

  private RunId() {}

  static boolean valid(String text) {
    return SHAPE.matcher(text).matches();
  }
}
