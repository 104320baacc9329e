package io.signalbox.ui.theme;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.scene.paint.Color;

/**
 * The tokens as colours, read from the same style sheets that the controls use, so that a canvas
 * and a label can never disagree. Immutable, safe on every thread.
 */
public final class Palette {
  private static final Pattern DECLARATION =
      Pattern.compile("(-[a-z0-9-]+)\\s*:\\s*([^;]+);", Pattern.MULTILINE);

  private final Theme theme;
  private final Map<Token, Color> colours = new EnumMap<>(Token.class);

  private Palette(Theme theme, Map<String, String> declared) {
    this.theme = theme;
    for (Token token : Token.values()) {
      colours.put(token, Color.web(resolve(token.css(), declared)));
    }
  }

  /** Reads the tokens of a look. */
  public static Palette of(Theme theme) {
    Map<String, String> declared = new HashMap<>();
    theme.tokenSheets().forEach(sheet -> read(sheet, declared));
    return new Palette(theme, declared);
  }

  /** The colour of a token. */
  public Color of(Token token) {
    Color colour = colours.get(token);
    if (colour == null) {
      throw new IllegalStateException("no colour for " + token);
    }
    return colour;
  }

  /** Which look this is. */
  public Theme theme() {
    return theme;
  }

  private static void read(String sheet, Map<String, String> declared) {
    try (InputStream in = Palette.class.getResourceAsStream(sheet)) {
      if (in == null) {
        throw new IllegalStateException("stylesheet " + sheet + " is missing from the application");
      }
      Matcher matcher = DECLARATION.matcher(new String(in.readAllBytes(), StandardCharsets.UTF_8));
      while (matcher.find()) {
        declared.put(matcher.group(1), matcher.group(2).trim());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String resolve(String name, Map<String, String> declared) {
    String value = name;
    for (int hop = 0; value.startsWith("-"); hop++) {
      String next = declared.get(value);
      if (next == null || hop > 8) {
        throw new IllegalStateException("token " + name + " has no colour: " + value);
      }
      value = next;
    }
    return value;
  }
}
