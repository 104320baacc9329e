package io.signalbox.procedure;

import io.signalbox.runbook.Neighbours;
import io.signalbox.runbook.Runbook;
import io.signalbox.runbook.RunbookParser;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;

/**
 * Reads runbooks below one folder, and nothing outside of it, whatever links lead there. Blocks.
 */
public final class RunbookFiles {
  private static final int DEEPEST = 20;
  private static final int MOST = 5000;

  private final Path root;

  /** Below this folder. */
  public RunbookFiles(Path root) {
    this.root = root;
  }

  /** The folder. */
  public Path root() {
    return root;
  }

  /**
   * The Markdown files in it by their path from there, in order; hidden folders are left out.
   *
   * @throws IOException where the folder cannot be read
   */
  public List<String> list() throws IOException {
    List<String> found = new ArrayList<>();
    Files.walkFileTree(
        root,
        EnumSet.noneOf(FileVisitOption.class),
        DEEPEST,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            boolean hidden =
                !folder.equals(root) && folder.getFileName().toString().startsWith(".");
            return hidden ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (markdown(file) && !attributes.isDirectory()) {
              found.add(name(file));
            }
            return found.size() < MOST ? FileVisitResult.CONTINUE : FileVisitResult.TERMINATE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
            if (file.equals(root)) {
              throw e;
            }
            found.add(name(file));
            return FileVisitResult.CONTINUE;
          }
        });
    found.sort(String::compareTo);
    return found;
  }

  static boolean markdown(Path file) {
    return file.getFileName().toString().toLowerCase(Locale.ROOT).matches(".+\\.(md|markdown)");
  }

  private String name(Path file) {
    return root.relativize(file).toString().replace('\\', '/');
  }

  /** Reads one; what cannot be read is a runbook with the problem that says why. */
  public Runbook read(String name) {
    try {
      Path file = root.resolve(name);
      if (!within(file)) {
        return RunbookParser.unreadable(
            name, "it is a link that leads out of the runbooks' folder; it is not read");
      }
      if (!Files.isRegularFile(file)) {
        return RunbookParser.unreadable(name, "it is no plain file");
      }
      byte[] bytes;
      try (InputStream in = Files.newInputStream(file)) {
        bytes = in.readNBytes(Runbook.LARGEST + 1);
      }
      return bytes.length > Runbook.LARGEST
          ? RunbookParser.unreadable(name, "the file is larger than 1 MB; it is not read")
          : RunbookParser.parse(name, new String(bytes, StandardCharsets.UTF_8), neighbours());
    } catch (IOException | InvalidPathException e) {
      return RunbookParser.unreadable(name, "it cannot be read: " + e);
    }
  }

  private boolean within(Path file) throws IOException {
    return file.toRealPath().startsWith(root.toRealPath());
  }

  private Neighbours neighbours() {
    return path -> {
      try {
        Path file = root.resolve(path);
        return Files.exists(file) && within(file);
      } catch (IOException | InvalidPathException e) {
        return false;
      }
    };
  }
}
