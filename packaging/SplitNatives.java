import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * Copies a jar without its native libraries and puts those into a folder. Run as {@code java
 * SplitNatives.java JAR COPY FOLDER}; it needs no zip program on any system.
 */
final class SplitNatives {
  private SplitNatives() {}

  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments[2]);
    try (ZipFile jar = new ZipFile(arguments[0]);
        OutputStream file = Files.newOutputStream(Path.of(arguments[1]));
        ZipOutputStream copy = new ZipOutputStream(file)) {
      Enumeration<? extends ZipEntry> entries = jar.entries();
      while (entries.hasMoreElements()) {
        ZipEntry entry = entries.nextElement();
        try (InputStream in = jar.getInputStream(entry)) {
          if (entry.getName().matches(".*\\.(so|dll|dylib)")) {
            Files.copy(in, folder.resolve(Path.of(entry.getName()).getFileName().toString()));
          } else {
            copy.putNextEntry(new ZipEntry(entry.getName()));
            in.transferTo(copy);
            copy.closeEntry();
          }
        }
      }
    }
  }
}
