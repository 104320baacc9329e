package io.signalbox.journal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names and order of the journal's files: {@code journal-<yyyyMMdd>-<n>.jsonl}. */
final class JournalFiles {
  private static final Pattern NAME = Pattern.compile("journal-(\\d{8})-(\\d{1,6})\\.jsonl");

  private JournalFiles() {}

  /** The segments of a folder, oldest first. */
  static List<Path> in(JournalFs fs, Path folder) throws IOException {
    return fs.list(folder).stream()
        .filter(JournalFiles::named)
        .sorted(Comparator.comparing(JournalFiles::day).thenComparing(JournalFiles::number))
        .toList();
  }

  /** True where a file is named as a segment is. */
  static boolean named(Path file) {
    return NAME.matcher(file.getFileName().toString()).matches();
  }

  static String day(Path file) {
    return match(file).group(1);
  }

  static int number(Path file) {
    return Integer.parseInt(match(file).group(2));
  }

  static Path file(Path folder, String day, int number) {
    return folder.resolve("journal-" + day + "-" + number + ".jsonl");
  }

  private static Matcher match(Path file) {
    Matcher matcher = NAME.matcher(file.getFileName().toString());
    if (!matcher.matches()) {
      throw new IllegalArgumentException(file + " is not a journal's file");
    }
    return matcher;
  }
}
