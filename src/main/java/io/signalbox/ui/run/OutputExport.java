package io.signalbox.ui.run;

import io.signalbox.action.OutputLine;
import io.signalbox.text.SecretMask;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** Output on its way out of the window: masked once more, without colours. Stateless. */
final class OutputExport {
  /** More characters than this are no clipboard's business. */
  static final int MOST_TO_COPY = 16 << 20;

  private OutputExport() {}

  /**
   * The lines for the clipboard.
   *
   * @throws IllegalArgumentException where they are too many, with what to do instead
   */
  static String text(List<OutputLine> lines) {
    StringBuilder text = new StringBuilder();
    for (OutputLine line : lines) {
      text.append(text.isEmpty() ? "" : "\n").append(line.text());
      if (text.length() > MOST_TO_COPY) {
        throw new IllegalArgumentException("more than 16 MiB are selected: save them as a file");
      }
    }
    return SecretMask.mask(text.toString());
  }

  /**
   * Writes all lines; the file is there whole or not at all.
   *
   * @throws IOException when it cannot be written
   */
  static void write(Path file, List<OutputLine> lines) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    Path part = Files.createTempFile(folder, ".output", ".part");
    try {
      try (BufferedWriter out = Files.newBufferedWriter(part, StandardCharsets.UTF_8)) {
        for (OutputLine line : lines) {
          out.write(SecretMask.mask(line.text()));
          out.write('\n');
        }
      }
      Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(part);
    }
  }
}
