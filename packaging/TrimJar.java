import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * Copies a jar without the entries whose whole name matches a regular expression. Run as {@code java
 * TrimJar.java JAR COPY EXPRESSION [FOLDER]}: with a folder, the entries left out are put there. It
 * needs no zip program on any system.
 */
final class TrimJar {
  private TrimJar() {}

  public static void main(String[] arguments) throws IOException {
    Pattern out = Pattern.compile(arguments[2]);
    try (ZipFile jar = new ZipFile(arguments[0]);
        OutputStream file = Files.newOutputStream(Path.of(arguments[1]));
        ZipOutputStream copy = new ZipOutputStream(file)) {
      Enumeration<? extends ZipEntry> entries = jar.entries();
      while (entries.hasMoreElements()) {
        ZipEntry entry = entries.nextElement();
        try (InputStream in = jar.getInputStream(entry)) {
          if (!out.matcher(entry.getName()).matches()) {
            ZipEntry same = new ZipEntry(entry.getName());
            same.setTimeLocal(entry.getTimeLocal());
            copy.putNextEntry(same);
            in.transferTo(copy);
            copy.closeEntry();
          } else if (arguments.length > 3) {
            Path name = Path.of(entry.getName()).getFileName();
            Files.copy(in, Path.of(arguments[3]).resolve(name.toString()));
          }
        }
      }
    }
  }
}
