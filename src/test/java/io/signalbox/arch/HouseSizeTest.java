package io.signalbox.arch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Small files with one reason to change, nothing at the top level that does not belong there. */
class HouseSizeTest {
  private static final Path ROOT = Path.of(System.getProperty("project.directory", "."));

  private record Sized(Path file, long lines) {}

  private static List<Sized> sources() throws IOException {
    try (Stream<Path> files = Files.walk(ROOT.resolve("src/main/java"))) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .map(HouseSizeTest::sized)
          .sorted(Comparator.comparingLong(Sized::lines))
          .toList();
    }
  }

  private static Sized sized(Path file) {
    try (Stream<String> lines = Files.lines(file)) {
      return new Sized(file, lines.count());
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Test
  void noFileIsLongerThanFourHundredLines() throws IOException {
    assertThat(sources())
        .allSatisfy(s -> assertThat(s.lines()).as("" + s).isLessThanOrEqualTo(400));
  }

  @Test
  void theMedianFileIsShorterThanAHundredLines() throws IOException {
    List<Sized> sources = sources();
    assertThat(sources.get(sources.size() / 2).lines()).isLessThan(100);
  }

  @Test
  void noStyleSheetButTheTokensNamesARawColour() throws IOException {
    try (Stream<Path> files = Files.walk(ROOT.resolve("src/main/resources"))) {
      List<Path> sheets =
          files
              .filter(file -> file.toString().endsWith(".css"))
              .filter(file -> !file.getFileName().toString().matches("(tokens|dark|light).*"))
              .toList();
      assertThat(sheets).isNotEmpty();
      for (Path sheet : sheets) {
        assertThat(Files.readString(sheet))
            .as(sheet.toString())
            .doesNotContainPattern("#[0-9a-fA-F]{3,8}\\b");
      }
    }
  }

  @Test
  void noSourceNamesAPrivateAddress() throws IOException {
    String privateAddress =
        "\\b(10\\.\\d+\\.\\d+\\.\\d+|192\\.168\\.\\d+\\.\\d+|172\\.(1[6-9]|2\\d|3[01])\\.\\d+\\.\\d+)\\b";
    for (String folder : List.of("src", "packaging")) {
      try (Stream<Path> files = Files.walk(ROOT.resolve(folder))) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          if (file.toString().matches(".*\\.(java|yaml|md|sh|css|xml)")
              || file.startsWith("packaging")) {
            assertThat(Files.readString(file))
                .as(file.toString())
                .doesNotContainPattern(privateAddress);
          }
        }
      }
    }
  }
}
