import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;
import javafx.css.Stylesheet;

/**
 * Puts every style sheet of the application image beside itself in the binary form, and the two base
 * themes of the library too, so that no start has to parse text. Run as {@code java BinarySheets.java
 * FOLDER} with JavaFX and the library on the path; the folder is that of the sheets.
 */
final class BinarySheets {
  private BinarySheets() {}

  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments[0]);
    for (String look : List.of("dark", "light")) {
      Path text = folder.resolve("base-" + look + ".css");
      try (InputStream in =
          ClassLoader.getSystemResourceAsStream("atlantafx/base/theme/primer-" + look + ".css")) {
        Files.copy(in, text, StandardCopyOption.REPLACE_EXISTING);
      }
      convert(text);
      Files.delete(text);
    }
    List<Path> sheets;
    try (Stream<Path> files = Files.list(folder)) {
      sheets = files.filter(file -> file.toString().endsWith(".css")).toList();
    }
    for (Path sheet : sheets) {
      convert(sheet);
    }
  }

  private static void convert(Path sheet) throws IOException {
    File binary = new File(sheet.toString().replaceAll("\\.css$", ".bss"));
    Stylesheet.convertToBinary(sheet.toFile(), binary);
  }
}
