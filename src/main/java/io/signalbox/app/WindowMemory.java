package io.signalbox.app;

import io.signalbox.ui.theme.Theme;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where the window was and what it wore when it was last closed, in {@code window.properties} of
 * the settings folder. A file that cannot be read or written costs the memory, never the start.
 */
final class WindowMemory {
  private static final Logger LOG = LoggerFactory.getLogger(WindowMemory.class);
  private static final int FORMAT = 1;
  private final Path file;

  /**
   * A window as it was left, in logical pixels.
   *
   * @param theme null while it follows the system's
   */
  record Left(
      double x, double y, double width, double height, boolean maximized, @Nullable Theme theme) {}

  WindowMemory(Path settings) {
    file = settings.resolve("window.properties");
  }

  /** How the window was left; empty at the first start, and where the file makes no sense. */
  Optional<Left> recall() {
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    Properties read = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      read.load(reader);
      Left left =
          new Left(
              number(read, "x"),
              number(read, "y"),
              number(read, "width"),
              number(read, "height"),
              Boolean.parseBoolean(read.getProperty("maximized")),
              theme(read.getProperty("theme", "")));
      return left.width() > 0 && left.height() > 0 ? Optional.of(left) : Optional.empty();
    } catch (IOException | IllegalArgumentException e) {
      LOG.warn("{} cannot be read, so the window opens where it likes: {}", file, e.toString());
      return Optional.empty();
    }
  }

  /** Remembers it for the next start. */
  void keep(Left left) {
    Properties kept = new Properties();
    kept.setProperty("format", String.valueOf(FORMAT));
    kept.setProperty("x", String.valueOf(left.x()));
    kept.setProperty("y", String.valueOf(left.y()));
    kept.setProperty("width", String.valueOf(left.width()));
    kept.setProperty("height", String.valueOf(left.height()));
    kept.setProperty("maximized", String.valueOf(left.maximized()));
    Theme theme = left.theme();
    kept.setProperty("theme", theme == null ? "" : theme.name().toLowerCase(Locale.ROOT));
    Path draft = file.resolveSibling(file.getFileName() + ".new");
    try {
      Files.createDirectories(file.getParent());
      try (Writer writer = Files.newBufferedWriter(draft)) {
        kept.store(writer, "where Signalbox was closed; delete it to start afresh");
      }
      Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      LOG.warn("{} cannot be written, so the window is not remembered: {}", file, e.toString());
    }
  }

  private static double number(Properties read, String key) {
    double value = Double.parseDouble(read.getProperty(key, ""));
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException(key + " is " + value);
    }
    return value;
  }

  private static @Nullable Theme theme(String word) {
    return word.isEmpty() ? null : Theme.valueOf(word.toUpperCase(Locale.ROOT));
  }
}
