package io.signalbox.text;

/**
 * Text of a host, an API or a file made harmless: escape sequences do nothing and leave a picture,
 * colours go, other control characters become pictures, a carriage return leaves what a terminal
 * would show last, and characters that hide or reorder text become visible. Linear in the input,
 * stateless. Secrets are kept; see {@link SecretFilter}.
 */
public final class SafeText {
  /** Longest line that is shown; what is cut is counted. */
  public static final int MAX_LINE = 8192;

  private static final Ranges NOTHING = new Ranges();

  private SafeText() {}

  /** One line: no line break is left in it. */
  public static String line(String raw) {
    return new ControlParser().parse(raw).render(NOTHING, MAX_LINE).text();
  }

  /**
   * Text that is agreed to: nothing in it works, and nothing is left out or cut. Every control
   * character is shown as a picture, colours and carriage returns too; line breaks and tabs stay.
   */
  public static String exact(String raw) {
    StringBuilder out = new StringBuilder(raw.length());
    raw.codePoints()
        .forEach(
            point -> {
              String picture = point == '\n' || point == '\t' ? "" : Invisible.picture(point);
              if (picture.isEmpty()) {
                out.appendCodePoint(point);
              } else {
                out.append(picture);
              }
            });
    return out.toString();
  }

  /** Several lines: line breaks stay, each line is treated by {@link #line}. */
  public static String block(String raw) {
    StringBuilder out = new StringBuilder(raw.length());
    boolean begun = false;
    for (String line : raw.split("\n", -1)) {
      out.append(begun ? "\n" : "").append(line(line));
      begun = true;
    }
    return out.toString();
  }
}
