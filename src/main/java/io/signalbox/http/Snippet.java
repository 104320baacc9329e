package io.signalbox.http;

/** Foreign text made fit for one line of a message. */
public final class Snippet {
  private static final int LONGEST = 160;

  private Snippet() {}

  /** One line, no control or direction characters, at most 160 characters. */
  public static String of(String text) {
    StringBuilder out = new StringBuilder();
    text.codePoints()
        .limit(4L * LONGEST)
        .map(c -> Character.isWhitespace(c) ? ' ' : inert(c) ? c : '\uFFFD')
        .filter(c -> c != ' ' || (!out.isEmpty() && out.charAt(out.length() - 1) != ' '))
        .forEach(out::appendCodePoint);
    String line = out.toString().strip();
    return line.length() <= LONGEST
        ? line
        : line.substring(0, line.offsetByCodePoints(0, LONGEST - 1)) + "…";
  }

  private static boolean inert(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.PRIVATE_USE -> false;
      default -> true;
    };
  }
}
