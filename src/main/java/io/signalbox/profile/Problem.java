package io.signalbox.profile;

import java.nio.file.Path;

/**
 * Something wrong in a profile.
 *
 * @param line 1-based, 0 where no line applies
 * @param field the dotted path, e.g. {@code hosts[1].ssh.port}
 * @param message what is wrong and what would be right
 */
public record Problem(Path file, int line, String field, String message) {
  /** {@code file:line: field: message}, the form headless verbs print. */
  @Override
  public String toString() {
    return file + ":" + line + ": " + field + ": " + message;
  }
}
