package io.signalbox.ui.theme;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import javafx.scene.text.Font;

/** The bundled fonts: IBM Plex Sans and Mono, whose digits are all equally wide. */
public final class Fonts {
  /** The interface's family. */
  public static final String SANS = "IBM Plex Sans";

  /** The family of commands and output. */
  public static final String MONO = "IBM Plex Mono";

  private static final List<String> FILES =
      List.of(
          "IBMPlexSans-Regular.ttf",
          "IBMPlexSans-Medium.ttf",
          "IBMPlexSans-SemiBold.ttf",
          "IBMPlexMono-Regular.ttf");

  private Fonts() {}

  /** Makes the families known to JavaFX; may be called again. */
  public static void load() {
    for (String file : FILES) {
      try (InputStream in = Fonts.class.getResourceAsStream("fonts/" + file)) {
        if (in == null || Font.loadFont(in, 13) == null) {
          throw new IllegalStateException("font " + file + " is missing from the application");
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** Regular text. */
  public static Font regular(double size) {
    return Font.font("IBM Plex Sans", size);
  }

  /** Names and what should stand out without colour. */
  public static Font medium(double size) {
    return Font.font("IBM Plex Sans Medm", size);
  }

  /** Headings. */
  public static Font semiBold(double size) {
    return Font.font("IBM Plex Sans SmBld", size);
  }

  /** Commands, output, identifiers. */
  public static Font mono(double size) {
    return Font.font(MONO, size);
  }
}
