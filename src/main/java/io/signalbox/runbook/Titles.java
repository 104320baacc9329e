package io.signalbox.runbook;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Names that a file gets where it gives none, and the anchors of its headings. */
final class Titles {
  private final Map<String, Integer> used = new HashMap<>();

  /** The file's name without folder and ending. */
  static String ofFile(String path) {
    String name = path.substring(path.lastIndexOf('/') + 1);
    int dot = name.lastIndexOf('.');
    return dot > 0 ? name.substring(0, dot) : name;
  }

  /** As GitHub makes them: lower case, letters, digits, hyphens; the second of a name gets -1. */
  String anchor(String heading) {
    StringBuilder slug = new StringBuilder();
    heading
        .strip()
        .toLowerCase(Locale.ROOT)
        .codePoints()
        .forEach(
            point -> {
              if (point == ' ') {
                slug.append('-');
              } else if (Character.isLetterOrDigit(point) || point == '-' || point == '_') {
                slug.appendCodePoint(point);
              }
            });
    String base = slug.toString();
    int before = used.merge(base, 1, Integer::sum) - 1;
    return before == 0 ? base : base + "-" + before;
  }

  /** Letters and digits alone: other sites make other anchors of the same heading. */
  static String loosely(String anchor) {
    StringBuilder letters = new StringBuilder();
    anchor
        .toLowerCase(Locale.ROOT)
        .codePoints()
        .filter(Character::isLetterOrDigit)
        .forEach(letters::appendCodePoint);
    return letters.toString();
  }
}
