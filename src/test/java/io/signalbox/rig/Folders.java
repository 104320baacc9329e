package io.signalbox.rig;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Folders that are only for a while. */
public final class Folders {
  private Folders() {}

  /** Deletes the folder and all that is in it. */
  public static void delete(Path folder) throws IOException {
    empty(folder);
    Files.delete(folder);
  }

  /** Deletes all that is in the folder, and leaves the folder. */
  public static void empty(Path folder) throws IOException {
    for (Path one : deepestFirst(folder)) {
      if (!one.equals(folder)) {
        Files.deleteIfExists(one);
      }
    }
  }

  private static List<Path> deepestFirst(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.sorted(Comparator.reverseOrder()).toList();
    }
  }
}
